import { channel as channelOf, subscribe, unsubscribe } from 'node:diagnostics_channel';

/** A line of Astro's log, as Astro passes it to a logger. */
export interface LogLine {
  label: string | null;
  level: 'debug' | 'info' | 'warn' | 'error' | 'silent';
  message: string;
}

/** The logger in Astro's configuration. */
export interface LoggerSetting {
  entrypoint: URL;
  config: { channel: string };
}

/**
 * Sends Astro's log to a function. Astro loads its logger from a file, which is this one, and bundles a second copy of
 * it with the pages. Its settings are passed as JSON, so they cannot hold the function; but both copies can reach it
 * through a diagnostics channel whose name is in the settings.
 * @param channel a name unique to this build but stable, because Astro reads everything again when a setting changes
 * @returns the setting for Astro, and a function that ends the log
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

/** The logger itself. Astro requires a default export. */
export default ({ channel }: LoggerSetting['config']): { write: (line: LogLine) => void } => ({
  write: (line) => {
    channelOf(channel).publish(line);
  },
});
