import { button, element, form, say } from './element.js';
import { judge, list, remove, reply } from './service.js';

const states = { waiting: 'Waiting', approved: 'Published', spam: 'Spam' };
const verdicts = { approved: 'Publish', waiting: 'Hold back', spam: 'Spam' };

/**
 * A comment, with what an editor may do about it.
 * @param {import('./service.js').Comment} comment
 * @param {() => Promise<void>} reload
 */
const show = (comment, reload) => {
  const place = element('div');
  const act = (/** @type {string} */ text, /** @type {() => Promise<unknown>} */ work) =>
    button(text, async () => {
      await work();
      await reload();
    });
  const answer = button('Reply', async () => {
    const words = element('textarea', { rows: 4, required: true, maxLength: 10_000 });
    place.replaceChildren(
      form([['Your reply', words]], 'Post reply', async () => {
        await reply(comment, words.value);
        await reload();
        say('Your reply has been published.');
      }),
    );
    words.focus();
  });
  const about = [
    new Date(comment.time).toLocaleString(),
    comment.url,
    states[/** @type {keyof typeof states} */ (comment.status)] ?? comment.status,
    comment.mail ?? '',
    comment.link ?? '',
    comment.ip ?? '',
  ];
  return element(
    'li',
    {},
    element(
      'p',
      {},
      element('strong', {}, element('bdi', {}, comment.nick)),
      comment.type === 'administrator' ? ' (editor)' : '',
    ),
    element('p', { className: 'about' }, about.filter(Boolean).join(' · ')),
    element('p', { className: 'words', dir: 'auto' }, comment.orig),
    element(
      'p',
      { className: 'row' },
      ...Object.entries(verdicts)
        .filter(([status]) => status !== comment.status)
        .map(([status, text]) => act(text, () => judge(comment, status))),
      ...(comment.status === 'approved' ? [answer] : []),
      act('Delete', async () => {
        if (confirm('Delete this comment and the replies to it?')) await remove(comment);
      }),
    ),
    place,
  );
};

/** All comments, to choose from by status and word. */
export const makeList = () => {
  const status = element(
    'select',
    {},
    ...Object.entries({ ...states, '': 'All' }).map(([value, text]) =>
      element('option', { value }, text),
    ),
  );
  const keyword = element('input', { type: 'search', maxLength: 200 });
  const items = element('ol');
  const counts = element('p', { className: 'about' });
  let page = 1;

  const load = async () => {
    const found = await list({ status: status.value, keyword: keyword.value, page });
    items.replaceChildren(...found.data.map((comment) => show(comment, load)));
    if (found.data.length === 0) items.append(element('li', {}, 'No comments here.'));
    counts.textContent = `${found.waitingCount} waiting, ${found.spamCount} spam. Page ${page} of ${Math.max(found.totalPages, 1)}.`;
    newer.hidden = page <= 1;
    older.hidden = page >= found.totalPages;
  };
  const turn = (/** @type {number} */ by) => async () => {
    page += by;
    await load();
  };
  const newer = button('Newer', turn(-1));
  const older = button('Older', turn(1));
  const choose = form(
    [
      ['Show', status],
      ['with the words', keyword],
    ],
    'Show',
    () => {
      page = 1;
      return load();
    },
  );
  return {
    room: element(
      'section',
      {},
      choose,
      counts,
      items,
      element('p', { className: 'row' }, newer, older),
    ),
    load,
  };
};
