/** A line of Astro's log, as it hands it to whoever writes it. */
export interface LogLine {
  label: string | null;
  level: 'debug' | 'info' | 'warn' | 'error' | 'silent';
  message: string;
}

type Write = (line: LogLine) => void;

/**
 * Astro's setting for a log that is written by a function. Astro loads the writer of its log from a file, this one, and
 * passes the setting's `config` on to it.
 */
export const loggerTo = (write: Write): { entrypoint: URL; config: { write: Write } } => ({
  entrypoint: new URL(import.meta.url),
  config: { write },
});

/** The pages' own copy of this file, bundled with them, gets no function: there, what must be seen goes to the terminal. */
const writeAloud: Write = ({ level, message }) => {
  if (level === 'warn' || level === 'error') console.error(message);
};

/** Astro asks for the writer of its log by a default export. */
export default ({ write = writeAloud }: { write?: Write } = {}): { write: Write } => ({ write });
