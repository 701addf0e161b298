import { createHash } from 'node:crypto';
import { readManuscript } from '../copy/frontmatter.ts';
import { openFrom } from '../edition/public.ts';
import { moment } from '../schemas/values.ts';
import { type Block, bodyBlocks } from './body-blocks.ts';
import { comparable } from './typography.ts';

/** What a file of a story said at some time. */
export interface Reading {
  /** From when on it could be read, in milliseconds since 1970; undefined for a draft, and for a story without its words. */
  open: number | undefined;
  /** From when on it could be read no more, because it says when it would be withdrawn; undefined if it does not. */
  close: number | undefined;
  /** Its `published`, as an instant. */
  published: number;
  /** A digest of its words. */
  key: string;
  /** Its words. */
  blocks: Block[];
}

const isText = (value: unknown): value is string =>
  typeof value === 'string' && value.trim() !== '';
const isMoment = (value: unknown): value is string => moment.safeParse(value).success;
const isNothing = (value: unknown): boolean =>
  value === undefined || value === null || value === false || value === '';

/** When a text with this `withdrawn` closed. Whatever it says but a moment, somebody wanted the words gone at once. */
const closingOf = (withdrawn: unknown): number | undefined => {
  if (isNothing(withdrawn)) return undefined;
  const date = typeof withdrawn === 'object' && withdrawn && 'date' in withdrawn && withdrawn.date;
  return isMoment(date) ? Date.parse(date) : 0;
};

/** Digests of words, whatever their typography. */
export const keyOfWords = (blocks: readonly Block[]): string =>
  createHash('sha256')
    .update(JSON.stringify(blocks.map(blockKey)))
    .digest('hex')
    .slice(0, 24);

/** What two blocks with the same words have in common. Whether a paragraph is in a list or a quotation is typography. */
export const blockKey = ({ kind, text, moment: at }: Block): string =>
  `${/^(?:headline|standfirst|point)$/.test(kind) ? kind : (at ?? '')} ${comparable(text)}`;

const line = (value: string): string => value.replace(/\s+/g, ' ').trim();

/**
 * Reads the text of a story's file, of any age. It is not held against today's schema, which may be stricter than the one
 * that it was written for.
 * @returns undefined if no edition could have been built from it: then it was never public
 */
export const readWords = (text: string): Reading | undefined => {
  let fields: Record<string, unknown>;
  let body: string;
  try {
    const manuscript = readManuscript('story.md', text);
    if (typeof manuscript.fields !== 'object' || manuscript.fields === null) return undefined;
    fields = manuscript.fields as Record<string, unknown>;
    body = manuscript.body;
  } catch {
    return undefined;
  }
  const { headline, standfirst, keyPoints, published, embargo, draft, withdrawn } = fields;
  if (!isText(headline) || !isMoment(published)) return undefined;
  if (!isNothing(embargo) && !isMoment(embargo)) return undefined;
  const points = Array.isArray(keyPoints) ? keyPoints.filter(isText) : [];
  const blocks: Block[] = [
    { kind: 'headline', text: line(headline) },
    ...(isText(standfirst) ? [{ kind: 'standfirst' as const, text: line(standfirst) }] : []),
    ...points.map((point) => ({ kind: 'point' as const, text: line(point) })),
    ...bodyBlocks(body),
  ];
  // Whatever else `draft` says, somebody wanted to hold it back.
  const isHeld = !isNothing(draft);
  const opening = isNothing(embargo) ? { published } : { published, embargo: embargo as string };
  return {
    open: isHeld ? undefined : openFrom(opening),
    close: closingOf(withdrawn),
    published: Date.parse(published),
    key: keyOfWords(blocks),
    blocks,
  };
};
