import LiveBody from '../components/article/LiveBody.astro';
import KeyPoints from '../components/article/KeyPoints.astro';
import LiveContents from '../components/article/LiveContents.astro';
import { createRenderer } from '../astro/fragment.ts';
import { entriesOf } from '../copy/contents.ts';
import { frameOrigins } from '../copy/embeds.ts';
import { labelOf } from '../edition/label.ts';
import { entriesToAdd } from '../edition/live-entries.ts';
import { escapeHtml } from '../escape-html.ts';
import { bodyStyles } from './rare-styles.ts';
import { calendar, edition, type Story, words } from '../gateway/edition.ts';

const renderFragment = await createRenderer();

/** How many entries an answer has. Whoever has missed more reloads the page. */
const most = 20;

/** The parts of the page that change with the entries, by their `data-live-part`. */
const partsOf = async (story: Story): Promise<Record<string, string>> => ({
  contents: (await renderFragment(LiveContents, { story })).trim(),
  ...(story.keyPoints && { summary: (await renderFragment(KeyPoints, { story })).trim() }),
  ...(story.updated && {
    updated:
      `<time data-live-part="updated" datetime="${escapeHtml(story.updated)}">` +
      `${escapeHtml(calendar.minute(new Date(story.updated)))}</time>`,
  }),
});

/**
 * What an open page of a live story is told: how the coverage stands, and the newest entries as they are printed. The
 * same copy gives the same bytes; only while the coverage runs or rests is the edition's moment among them, because pages
 * that wait compare it.
 */
export const liveAnswerOf = async (story: Story) => {
  const html = await renderFragment(LiveBody, { story });
  const printed = new Map(entriesToAdd(html, frameOrigins).map((entry) => [entry.id, entry]));
  const lines = entriesOf(html);
  const entries = lines.flatMap(({ id, moment }, n) => {
    const entry = printed.get(id);
    if (!entry || (n >= most && !entry.isPinned)) return [];
    const day = calendar.day(new Date(moment));
    return [{ id, time: moment, day, ...(entry.isPinned && { pin: true }), html: entry.html }];
  });
  return {
    state: story.state,
    label: labelOf(story, words),
    moment: story.state === 'over' ? undefined : edition.moment.toISOString(),
    ...(entries.length < lines.length && { last: entries.findLast(({ pin }) => !pin)?.id }),
    entries,
    parts: await partsOf(story),
    css: bodyStyles(entries.map((entry) => entry.html).join('')),
  };
};
