import type { Element, ElementContent, Root } from 'hast';
import type { BodySetting, Loss } from '../model.ts';

/** What is known while one text is being turned into Markdown. */
export interface Work {
  setting: BodySetting;
  losses: Loss[];
  embeds: string[];
  /** Names of shortcodes that are not known. */
  shortcodes: Set<string>;
  /** Trees that stand for a placeholder in the text, each of which may be used once. */
  slots: (Root | undefined)[];
  /** HTML of notes by id: those that came with the text, and those of note shortcodes. */
  notes: Map<string, string>;
  /** The same as trees, where the text itself lists its notes. */
  noteTrees: Map<string, ElementContent[]>;
  /** Numbers of the notes that have been referred to, in order. */
  noteNumbers: Map<string, number>;
  /** True once the text has said where its notes are listed. */
  listsNotes: boolean;
  /** Fragments that links within the text lead to. */
  anchors: Set<string>;
  /** Elements that contain something that cannot stand in a line. */
  boxes: WeakSet<Element>;
  /** Ids of the parts that are being shown, so that none shows itself. */
  parts: string[];
}

/** Starts on a text. */
export const startWork = (setting: BodySetting): Work => ({
  setting,
  losses: [],
  embeds: [],
  shortcodes: new Set(),
  slots: [],
  notes: new Map(setting.notes.map(({ id, html }) => [id, html])),
  noteTrees: new Map(),
  noteNumbers: new Map(),
  listsNotes: false,
  anchors: new Set(),
  boxes: new WeakSet(),
  parts: [],
});

/** Notes what was lost, once for each thing. */
export const lose = (work: Work, what: string, found: string, harmless: boolean): void => {
  const short = found.replaceAll(/\s+/g, ' ').trim();
  const shown = short.length > 120 ? `${short.slice(0, 119)}…` : short;
  if (work.losses.some((loss) => loss.what === what && loss.found === shown)) return;
  work.losses.push({ what, found: shown, harmless });
};

/** Puts a tree aside, and returns the HTML that stands for it until the text around it has been parsed. */
export const slotOf = (work: Work, tree: Root): string =>
  `<x-slot data-n="${work.slots.push(tree) - 1}"></x-slot>`;
