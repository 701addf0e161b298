import { channel as channelOf, subscribe, unsubscribe } from 'node:diagnostics_channel';

/** A line of Astro's log, as it hands it to whoever writes it. */
export interface LogLine {
  label: string | null;
  level: 'debug' | 'info' | 'warn' | 'error' | 'silent';
  message: string;
}

/** What Astro's configuration says of whoever writes its log. */
export interface LoggerSetting {
  entrypoint: URL;
  config: { channel: string };
}

/**
 * Sends Astro's log to a function. Astro loads the writer of its log from a file, this one, and bundles a second copy of it
 * with the pages, to which it passes settings as JSON. A channel that is named in them reaches the function from both.
 * @param channel a name of this build's own, the same each time, as Astro reads everything again for a new setting
 * @returns the setting for Astro, and what ends the log
 */
export const loggerTo = (
  channel: string,
  write: (line: LogLine) => void,
): { logger: LoggerSetting; end: () => void } => {
  const listen = (line: unknown): void => {
    write(line as LogLine);
  };
  subscribe(channel, listen);
  return {
    logger: { entrypoint: new URL(import.meta.url), config: { channel } },
    end: () => void unsubscribe(channel, listen),
  };
};

/** Astro asks for the writer of its log by a default export. */
export default ({ channel }: LoggerSetting['config']): { write: (line: LogLine) => void } => ({
  write: (line) => {
    channelOf(channel).publish(line);
  },
});
