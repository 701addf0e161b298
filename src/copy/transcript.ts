import type { Cue } from './webvtt.ts';

/** The captions of a recording in one language. */
export interface Captions {
  /** Their path on this site, without the base path. */
  src: string;
  /** BCP 47. */
  language: string;
  cues: readonly Cue[];
}

/** A paragraph of a transcript, and who speaks if that has changed. */
export interface Said {
  speaker: string | undefined;
  text: string;
}

/** A silence that begins a paragraph, in seconds. */
const pause = 3;

/** From this many characters on, the end of a sentence is the end of the paragraph. */
const longEnough = 400;

const endsSentence = /[.!?…。؟]["'”’»)]*$/;

/** The words of captions in paragraphs: a new one for each speaker, after a silence, and before one grows too long. */
export const transcriptOf = (cues: readonly Cue[]): Said[] => {
  const paragraphs: Said[] = [];
  let lastEnd = 0;
  for (const { start, end, parts } of cues) {
    for (const [n, { speaker, text }] of parts.entries()) {
      const current = paragraphs.at(-1);
      const isNew =
        !current ||
        speaker !== current.speaker ||
        (n === 0 && start - lastEnd >= pause) ||
        (n === 0 && current.text.length >= longEnough && endsSentence.test(current.text.trim()));
      if (text.trim() === '') continue;
      if (isNew) paragraphs.push({ speaker, text });
      // Markup within a word, as in `<i>un</i>likely`, does not divide it.
      else current.text += n === 0 ? ` ${text}` : text;
    }
    lastEnd = end;
  }
  return paragraphs.map(({ speaker, text }, n) => ({
    speaker: speaker === paragraphs[n - 1]?.speaker ? undefined : speaker,
    text: text.replace(/\s+/g, ' ').trim(),
  }));
};
