import { type AstroStep, readLogLine } from '../astro/log-lines.ts';
import type { LogLine } from '../astro/logger.ts';

/** Where progress is shown. */
export interface Screen {
  write: (text: string) => void;
  /** A line that is being worked on is shown and written over there; elsewhere a step has one line, once it is done. */
  isTerminal: boolean;
  /** Milliseconds from any moment. */
  clock: () => number;
}

/** What a build has made so far. */
export interface Tally {
  /** Pages and feeds, and how many of them were used again. */
  printed: number;
  printedBefore: number;
  /** Files of pictures that new pages show, and how many of them were used again. */
  pictures: number;
  picturesBefore: number;
}

/** Shows how far a build is. */
export interface Progress {
  /** Takes a line of Astro's log: shows warnings and errors, counts pages and pictures, and drops the rest. */
  log: (line: LogLine) => void;
  /** Begins a step, which ends the one before. */
  step: (name: string) => void;
  /** Ends the last step. */
  end: () => void;
  /** A line of its own. */
  tell: (text: string) => void;
  /** Counts a page or feed that is used again, and is nothing to Astro. */
  usedAgain: () => void;
  tally: Readonly<Tally>;
  /** Every step and its seconds, in their order. */
  steps: readonly Readonly<{ name: string; seconds: number }>[];
}

/** How often the line that is being worked on is written again, in milliseconds. */
const interval = 100;

/** A paper need not lay out its front page. */
const mayBeEmpty = ['front'];

/** What the steps that Astro's log announces are called. */
const astroSteps: Record<AstroStep, string> = {
  content: 'setting bodies',
  bundling: 'bundling templates',
  pages: 'printing pages and feeds',
  pictures: 'printing pictures',
};

const shownCount = (count: number, before: number): string =>
  `${count.toLocaleString('en')}${before > 0 ? `, ${before.toLocaleString('en')} of them as before` : ''}`;

/** Follows a build, and shows it on a screen. */
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
  const tell = (text: string): void => {
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
    tell,
    usedAgain: () => {
      tally.printed += 1;
      tally.printedBefore += 1;
    },
    log: (line) => {
      const event = readLogLine(line, mayBeEmpty);
      if (event?.is === 'warning') {
        tell(event.text);
        return;
      }
      if (event?.is === 'step') step(astroSteps[event.step]);
      else if (event?.is === 'page') tally.printed += 1;
      else if (event?.is === 'picture') {
        tally.pictures += 1;
        if (event.isUsedAgain) tally.picturesBefore += 1;
      }
      show();
    },
  };
};

/** What the summary counts beside what the log tells of. */
export interface Outcome {
  articles: number;
  heldBack: number;
  feeds: number;
  /** Files of pictures, cards among them. */
  pictures: number;
  cards: { printed: number; drawn: number };
  /** Bytes of the printed paper. */
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
    `${count(tally.printed - feeds)} pages, ${count(feeds)} feeds; ${count(tally.printedBefore)} of both used again`,
    `${count(pictures - cards.printed)} files of pictures, ${count(tally.pictures - tally.picturesBefore)} made anew; ` +
      `${count(cards.printed)} social cards, ${count(cards.drawn)} drawn anew`,
    `${(bytes / 1e6).toFixed(1)} MB in ${total.toFixed(1)} s; slowest: ${slowest.join(', ')}`,
  ].join('\n');
};
