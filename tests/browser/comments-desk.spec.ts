import { violationsOn } from './axe.ts';
import { expect, leadArticle, partsOf, test } from './comments.ts';

const url = `/paper/${leadArticle}`;

test('editors moderate and reply on a page that loads nothing from elsewhere, and readers see who they are', async ({
  reader,
  comments,
}) => {
  const { page, open, asked, found } = reader;
  const hostile = `<img src="https://evil.example/x.png" onerror="document.title='run'">\n![x](https://evil.example/y.png)`;
  await comments.post({ nick: '<b>Ann</b>', comment: hostile, url });
  await comments.post({ nick: 'Bob', comment: 'To be deleted', url });
  const elsewhere: string[] = [];
  await page.route(
    (address) => address.origin !== comments.url,
    (route) => {
      elsewhere.push(route.request().url());
      return route.abort();
    },
  );
  await page.goto(`${comments.url}/ui`);
  const status = page.locator('#status');
  const signIn = async (password: string): Promise<void> => {
    await page.getByLabel('Email address').fill(comments.login.email);
    await page.getByLabel('Password').fill(password);
    await page.getByRole('button', { name: 'Sign in' }).click();
  };
  await signIn('a wrong password');
  await expect(status).toHaveText('Wrong address or password.');
  await signIn(comments.login.password);
  await expect(page.getByText('No comments here.')).toBeVisible();
  await page.getByLabel('Show').selectOption('Published');
  await page.getByRole('button', { name: 'Show' }).click();
  const first = page.getByRole('listitem').filter({ hasText: '<b>Ann</b>' });
  await expect(first).toContainText('onerror=');
  await expect(page.locator('li img, li b')).toHaveCount(0);

  expect(await violationsOn(page)).toEqual([]);

  page.on('dialog', (dialog) => void dialog.accept());
  const second = page.getByRole('listitem').filter({ hasText: 'Bob' });
  await second.getByRole('button', { name: 'Delete' }).click();
  await expect(second).toHaveCount(0);
  await first.getByRole('button', { name: 'Reply' }).click();
  await page.getByLabel('Your reply').fill('From the desk');
  await page.getByRole('button', { name: 'Post reply' }).click();
  await expect(status).toHaveText('Your reply has been published.');
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page.getByLabel('Email address')).toBeVisible();
  expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
  expect(elsewhere).toEqual([]);
  expect(found, 'violations of the policy').toEqual([]);
  expect(await page.title()).not.toBe('run');

  // The other hosts that the paper’s pages may ask are looked at below.
  asked.splice(0);
  await page.unrouteAll();
  await open(leadArticle);
  const { items } = partsOf(page);
  const label = '> .label strong';
  await expect(items.filter({ hasText: 'From the desk' }).last().locator(label)).toHaveText(
    'Editor',
  );
  await expect(items.first().locator(label)).toHaveCount(0);
});
