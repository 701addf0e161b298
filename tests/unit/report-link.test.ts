import { describe, expect, test } from 'vitest';
import { reportLink } from '../../src/edition/report-link.ts';

const story = (slug: string) => {
  const path = `/paper/2025/02/${encodeURIComponent(slug)}/`;
  return { path, address: `https://news.example${path}` };
};
const bridge = story('bridge');

describe('the link to report a mistake', () => {
  test.each([
    [
      'mailto:desk@news.example',
      'mailto:desk@news.example?subject=https://news.example/paper/2025/02/bridge/',
    ],
    [
      'mailto:desk@news.example?cc=a@b.example',
      'mailto:desk@news.example?cc=a@b.example&subject=https://news.example/paper/2025/02/bridge/',
    ],
    ['/paper/contact/', '/paper/contact/?about=/paper/2025/02/bridge/'],
    ['/paper/contact/#mistakes', '/paper/contact/?about=/paper/2025/02/bridge/#mistakes'],
    [
      'https://forms.example/?form=1',
      'https://forms.example/?form=1&about=https://news.example/paper/2025/02/bridge/',
    ],
  ])('to %s has the story’s address', (to, link) => {
    expect(reportLink(to, bridge)).toBe(link);
  });

  test('hands over the address as readers know it, whatever is in it', () => {
    for (const slug of ['مكتبة', 'міст & річка', '50% + "more"', 'a#b?c']) {
      const { path, address } = story(slug);
      const mail = new URL(reportLink('mailto:desk@news.example', { path, address }));
      expect(mail.searchParams.get('subject')).toBe(decodeURI(address));
      const page = new URL(reportLink('https://news.example/report', { path, address }));
      expect(page.searchParams.get('about')).toBe(decodeURI(address));
    }
  });
});
