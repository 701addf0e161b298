import { escapeHtml } from '../escape-html.ts';
import { type PictureAi } from '../language/reporting.ts';
import type { Words } from '../language/words.ts';
import type { ReportingCopy } from '../schemas/reporting.ts';

type Labels = Pick<Words, 'reporting'>;

/** A sentence without the full stop that another one will have. */
const open = (text: string): string => text.replace(/[.。۔]$/u, '');

/** What AI had to do with a story, in a line that its head and its box share; undefined if nothing is said. */
export const aiSentence = (
  reporting: Pick<ReportingCopy, 'ai'> | undefined,
  { reporting: labels }: Labels,
): string | undefined => {
  if (reporting?.ai === undefined) return undefined;
  const { use, where, reviewer } = reporting.ai;
  const said = where === undefined ? labels[use] : `${labels[use]}: ${open(where)}`;
  return reviewer === undefined ? `${said}.` : `${said}. ${labels.reviewedBy} ${open(reviewer)}.`;
};

/** The line at the head of a story in which AI had a part. */
export const aiLine = (
  reporting: Pick<ReportingCopy, 'ai'> | undefined,
  words: Labels,
): string | undefined => (reporting?.ai?.use === 'none' ? undefined : aiSentence(reporting, words));

const link = (url: string | undefined, text: string): string => {
  const shown = escapeHtml(text);
  return url === undefined ? shown : `<a href="${escapeHtml(url)}">${shown}</a>`;
};

/**
 * How a story was reported, as HTML for its page, the text edition and feeds alike: none of a story that says nothing of
 * it.
 * @param policies the pages that say more, each with its title
 */
export const reportingHtml = (
  reporting: ReportingCopy | undefined,
  words: Labels,
  policies: readonly { title: string; url: string }[] = [],
): string => {
  if (!reporting) return '';
  const { method, sources, interests } = reporting;
  const { reporting: labels } = words;
  const labelled = (label: string, text: string | undefined): string =>
    text === undefined ? '' : `<p><strong>${escapeHtml(label)}:</strong> ${escapeHtml(text)}</p>`;
  const items = sources.map(({ name, url, archived, note }) => {
    const copy = archived === undefined ? '' : ` (${link(archived, labels.archived)})`;
    return `<li>${link(url, name)}${copy}${note === undefined ? '' : `: ${escapeHtml(note)}`}</li>`;
  });
  const more = policies.map(({ title, url }) => link(url, title)).join(' · ');
  const parts = [
    method === undefined ? '' : `<p>${escapeHtml(method)}</p>`,
    items.length === 0
      ? ''
      : `<p><strong>${escapeHtml(labels.sources)}:</strong></p><ul>${items.join('')}</ul>`,
    labelled(labels.interests, interests),
    labelled(labels.ai, aiSentence(reporting, words)),
  ].join('');
  if (parts === '') return '';
  return parts + (more === '' ? '' : `<p>${more}</p>`);
};

const betweenCredits = ' · ';

/** Who made a picture, and whether AI had a part in it: the line after its caption. */
export const creditLine = (
  { credit, ai }: { credit?: string | undefined; ai?: PictureAi | undefined },
  words: Pick<Words, 'pictureAi'>,
): string => [credit, ai && words.pictureAi[ai]].filter(Boolean).join(betweenCredits);

/** The credit alone in such a line. */
export const creditIn = (line: string, { pictureAi }: Pick<Words, 'pictureAi'>): string =>
  line
    .split(betweenCredits)
    .filter((part) => !Object.values<string>(pictureAi).includes(part))
    .join(betweenCredits);
