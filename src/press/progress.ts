import { type AstroStep, readLogLine } from '../astro/log-lines.ts';
import type { LogLine } from '../astro/logger.ts';

/** Where progress is shown. */
export interface Screen {
  write: (text: string) => void;
  /** On a terminal, the current step is shown and updated in place. Elsewhere a step gets one line, once it is done. */
  isTerminal: boolean;
  /** Milliseconds since an arbitrary moment. */
  clock: () => number;
}

/** What a build has done so far. */
export interface Tally {
  /** Pages and feeds, and how many of them were reused. */
  printed: number;
  printedBefore: number;
  /** Picture files on rebuilt pages, and how many of them were reused. */
  pictures: number;
  picturesBefore: number;
}

/** Shows how far a build has got. */
export interface Progress {
  /** Handles a line of Astro's log: shows warnings and errors, counts pages and pictures, and drops the rest. */
  log: (line: LogLine) => void;
  /** Starts a step, which ends the one before. */
  step: (name: string) => void;
  /** Ends the last step. */
  end: () => void;
  /** Writes text on lines of its own. */
  print: (text: string) => void;
  /** Counts a page or feed that was printed, where Astro's log does not mention it. */
  printed: () => void;
  /** Counts a page or feed that is reused, which Astro's log does not mention. */
  reused: () => void;
  /** Counts a picture file that was printed, where Astro's log does not mention it. */
  picturePrinted: () => void;
  /** Counts an encoded picture that is used again. Astro's log counts it too, among all pictures. */
  pictureReused: () => void;
  tally: Readonly<Tally>;
  /** Every finished step and its seconds, in order. */
  steps: readonly Readonly<{ name: string; seconds: number }>[];
}

/** How often the line of the current step is updated, in milliseconds. */
const interval = 100;

/** What we call the steps that Astro's log announces. */
const astroSteps: Record<AstroStep, string> = {
  bundling: 'bundling templates',
  pages: 'printing pages and feeds',
  pictures: 'printing pictures',
};

const shownCount = (count: number, before: number): string =>
  `${count.toLocaleString('en')}${before > 0 ? `, ${before.toLocaleString('en')} of them reused` : ''}`;

/** Tracks a build and shows its progress on a screen. */
export const createProgress = ({ write, isTerminal, clock }: Screen): Progress => {
  const tally: Tally = { printed: 0, printedBefore: 0, pictures: 0, picturesBefore: 0 };
  const steps: { name: string; seconds: number }[] = [];
  let current: { name: string; began: number } | undefined;
  let shownAt = -Infinity;

  const counted = (name: string): string => {
    if (name === astroSteps.pages) return `: ${shownCount(tally.printed, tally.printedBefore)}`;
    if (name === astroSteps.pictures)
      return `: ${shownCount(tally.pictures, tally.picturesBefore)}`;
    return '';
  };
  const clear = (): void => {
    if (isTerminal && current) write('\r\u001b[K');
  };
  const show = (): void => {
    if (!isTerminal || !current || clock() - shownAt < interval) return;
    shownAt = clock();
    write(`\r\u001b[K${current.name}${counted(current.name)} …`);
  };
  const end = (): void => {
    if (!current) return;
    clear();
    const { name, began } = current;
    const seconds = (clock() - began) / 1000;
    steps.push({ name, seconds });
    write(`${name}${counted(name)} (${seconds.toFixed(1)} s)\n`);
    current = undefined;
  };
  const step = (name: string): void => {
    end();
    current = { name, began: clock() };
    shownAt = -Infinity;
    show();
  };
  const print = (text: string): void => {
    clear();
    write(`${text}\n`);
    shownAt = -Infinity;
    show();
  };

  return {
    tally,
    steps,
    step,
    end,
    print,
    printed: () => {
      tally.printed += 1;
      show();
    },
    reused: () => {
      tally.printed += 1;
      tally.printedBefore += 1;
    },
    picturePrinted: () => {
      tally.pictures += 1;
      show();
    },
    pictureReused: () => {
      tally.picturesBefore += 1;
    },
    log: (line) => {
      const event = readLogLine(line);
      if (event?.is === 'warning') {
        print(event.text);
        return;
      }
      if (event?.is === 'step') step(astroSteps[event.step]);
      else if (event?.is === 'page') tally.printed += 1;
      else if (event?.is === 'picture') tally.pictures += 1;
      show();
    },
  };
};

/** What the summary counts besides what comes from Astro's log. */
export interface Outcome {
  articles: number;
  heldBack: number;
  feeds: number;
  /** Picture files, social cards included. */
  pictures: number;
  cards: { printed: number; drawn: number };
  /** Size of the built paper. */
  bytes: number;
}

/** How many of the slowest steps are named. */
const named = 3;

/** The summary at the end of a build, in a few lines. */
export const summaryOf = (
  { tally, steps }: Pick<Progress, 'tally' | 'steps'>,
  { articles, heldBack, feeds, pictures, cards, bytes }: Outcome,
): string => {
  const count = (number: number): string => number.toLocaleString('en');
  const total = steps.reduce((sum, { seconds }) => sum + seconds, 0);
  const slowest = steps
    .toSorted((a, b) => b.seconds - a.seconds)
    .slice(0, named)
    .map(({ name, seconds }) => `${name} ${seconds.toFixed(1)} s`);
  return [
    `${count(articles)} articles${heldBack > 0 ? `, ${count(heldBack)} held back` : ''}`,
    `${count(tally.printed - feeds)} pages, ${count(feeds)} feeds; ${count(tally.printedBefore)} of both reused`,
    `${count(pictures - cards.printed)} picture files, ${count(tally.pictures - tally.picturesBefore)} newly encoded; ` +
      `${count(cards.printed)} social cards, ${count(cards.drawn)} newly drawn`,
    `${(bytes / 1e6).toFixed(1)} MB in ${total.toFixed(1)} s; slowest: ${slowest.join(', ')}`,
  ].join('\n');
};
