import type { LogLine } from './logger.ts';

/** The parts of a build that Astro's log announces. */
export type AstroStep = 'bundling' | 'pages' | 'pictures';

/** What a line of Astro's log reports about a build. */
export type LogEvent =
  | { is: 'step'; step: AstroStep }
  | { is: 'page' }
  | { is: 'picture' }
  | { is: 'warning'; text: string };

// eslint-disable-next-line no-control-regex -- colours are set by control characters
const colours = /\u001b\[\d+m/g;

const steps: readonly [start: string, step: AstroStep][] = [
  ['Collecting build info', 'bundling'],
  ['generating static routes', 'pages'],
  ['generating optimized images', 'pictures'],
];

/** What Astro says before it reports the error that a hook has thrown. */
const hookFailed = /^An unhandled error occurred while running the "[\w:]+" hook/;

/**
 * Reads a line of Astro's log by the wording that Astro uses for its steps.
 * @returns undefined if the line is not worth showing
 */
export const readLogLine = ({ level, message }: LogLine): LogEvent | undefined => {
  const text = message.replaceAll(colours, '').trim();
  if (level === 'warn' || level === 'error') {
    return hookFailed.test(text) ? undefined : { is: 'warning', text };
  }
  const step = steps.find(([start]) => text.startsWith(start))?.[1];
  if (step !== undefined) return { is: 'step', step };
  if (text.startsWith('├─')) return { is: 'page' };
  if (text.startsWith('▶')) return { is: 'picture' };
  return undefined;
};
