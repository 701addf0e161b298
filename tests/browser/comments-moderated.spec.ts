import { expect, leadArticle, partsOf, test, write } from './comments.ts';

test.use({ moderated: true });

test('a pending comment is shown only to its writer, and to everybody once approved', async ({
  reader,
  comments,
}) => {
  const { page, open, another, at } = reader;
  await open(leadArticle);
  await write(page, 'Ann', 'May I?');
  await expect(partsOf(page).status).toHaveText(
    'Thank you. Your comment will appear once an editor has approved it.',
  );
  const own = partsOf(page).items.filter({ hasText: 'May I?' });
  await expect(own).toContainText('Awaiting moderation');
  await expect(own.getByRole('button', { name: /Reply/ })).toHaveCount(0);
  await expect(page.getByText('No comments yet')).toBeVisible();

  const other = await another();
  await other.goto(at(`${leadArticle}#leave-a-reply`));
  await expect(other.getByText('No comments yet')).toBeVisible();
  await expect(partsOf(other).items).toHaveCount(0);

  await comments.approveAll();
  await other.reload();
  await expect(partsOf(other).items).toHaveCount(1);
  await expect(partsOf(other).items).toContainText('May I?');
  await expect(partsOf(other).items).not.toContainText('Awaiting moderation');
});
