import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, templates, test } from './paper.ts';

test.describe('under the headers that hosts send', () => {
  test('a browser reports no errors on any template', async ({ page, paper }) => {
    test.slow();
    const front = await paper('home');
    let said: string[] = [];
    page.on('console', (message) => said.push(message.text()));
    page.on('pageerror', (error) => said.push(error.message));
    for (const [name, path] of Object.entries(templates)) {
      said = [];
      await page.goto(front + path);
      // The browser itself logs a 404 page as an error.
      expect
        .soft(
          said.filter((text) => !/status of 404/.test(text)),
          name,
        )
        .toEqual([]);
    }
  });

  test('a page may not use the camera, but an embedded video may go full screen', async ({
    page,
    paper,
  }) => {
    await page.goto(await paper('home'));
    const may = await page.evaluate(() => {
      type Policy = { allowsFeature: (feature: string) => boolean };
      const { featurePolicy } = document as Document & { featurePolicy: Policy };
      const features = ['camera', 'microphone', 'geolocation', 'payment', 'usb'];
      const films = ['autoplay', 'fullscreen', 'picture-in-picture'];
      return {
        page: features.filter((feature) => featurePolicy.allowsFeature(feature)),
        film: films.filter((feature) => featurePolicy.allowsFeature(feature)),
      };
    });
    expect(may).toEqual({ page: [], film: ['autoplay', 'fullscreen', 'picture-in-picture'] });
  });

  test('no other page can frame one of the paper’s', async ({ page, paper }) => {
    const url = await paper('home');
    await elsewhere(`<iframe src="${url}about/"></iframe>`, async (other) => {
      const said: string[] = [];
      page.on('console', (message) => said.push(message.text()));
      await page.goto(other, { waitUntil: 'networkidle' });
      expect(said.join()).toMatch(/frame-ancestors 'none'/);
      expect(page.frames().map((frame) => frame.url())).not.toContain(`${url}about/`);
    });
  });

  test('another page can show a picture of the paper, but not embed its pages', async ({
    page,
    paper,
  }) => {
    const url = await paper('home');
    await page.goto(url);
    const picture = await page
      .locator('main img')
      .first()
      .evaluate((image: HTMLImageElement) => image.currentSrc);
    const html = `<img src="${picture}"><script src="${url}about/"></script>`;
    // Requests still pending when the page is left would count as failed.
    await page.goto('about:blank');
    await elsewhere(html, async (other) => {
      const failed: string[] = [];
      page.on('requestfailed', (request) => failed.push(request.url()));
      await page.goto(other);
      const width = await page
        .locator('img')
        .evaluate((image: HTMLImageElement) => image.naturalWidth);
      expect(width).toBeGreaterThan(0);
      expect(failed).toEqual([`${url}about/`]);
    });
  });
});

/** Another site, with a single page. */
async function elsewhere(html: string, visit: (url: string) => Promise<void>): Promise<void> {
  const server = createServer((_, response) => {
    response.writeHead(200, { 'Content-Type': 'text/html' }).end(html);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  try {
    await visit(`http://localhost:${port}/`);
  } finally {
    server.close();
    server.closeAllConnections();
  }
}
