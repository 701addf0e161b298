/** A moment as an editor picks it: a day and a time in the publication's time zone. */
export interface Picked {
  /** `2026-12-24` */
  day: string;
  /** `18:30`, or `18:30:15` where the file has seconds. */
  time: string;
}

/** What a picked day and time are: one moment, none (the clocks skip them) or two (the clocks show them twice). */
export type Found =
  | { name: 'moment'; moment: string }
  | { name: 'none'; before: string; after: string }
  | { name: 'two'; earlier: string; later: string };

const parts = {
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
} as const;

/** What the clocks of a zone show at a moment, as if it were UTC, in milliseconds. */
const clockAt = (moment: number, timeZone: string): number => {
  const shown = new Intl.DateTimeFormat('en', { ...parts, timeZone }).formatToParts(moment);
  const part = (type: Intl.DateTimeFormatPartTypes): number =>
    Number(shown.find((one) => one.type === type)?.value);
  return Date.UTC(
    part('year'),
    part('month') - 1,
    part('day'),
    part('hour'),
    part('minute'),
    part('second'),
  );
};

const wholeSeconds = (moment: number): number => Math.floor(moment / 1000) * 1000;

const offsetAt = (moment: number, timeZone: string): number =>
  clockAt(moment, timeZone) - wholeSeconds(moment);

const minute = 60_000;
const day = 24 * 60 * minute;

/** An offset as RFC 3339 writes it: `+02:00`. */
const asOffset = (offset: number): string => {
  const minutes = Math.abs(Math.trunc(offset / minute));
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${offset < 0 ? '-' : '+'}${two(Math.trunc(minutes / 60))}:${two(minutes % 60)}`;
};

/** A moment as it is written in the zone: `2026-12-24T18:30:00+02:00` (RFC 3339). */
export const momentIn = (moment: number, timeZone: string): string => {
  const offset = Math.trunc(offsetAt(moment, timeZone) / minute) * minute;
  const shown = new Date(wholeSeconds(moment) + offset).toISOString();
  return shown.slice(0, 'yyyy-mm-ddThh:mm:ss'.length) + asOffset(offset);
};

/**
 * The moment that a day and a time are in a time zone, with the offset that holds there then.
 * @throws {RangeError} if they are no day and time
 */
export const momentOf = ({ day: date, time }: Picked, timeZone: string): Found => {
  const clock = Date.parse(`${date}T${time.length === 5 ? `${time}:00` : time}Z`);
  if (Number.isNaN(clock)) throw new RangeError(`${date} ${time} is no day and time.`);
  // No zone changes its clocks twice within two days, so these are the offsets before and after.
  const offsets = [...new Set([clock - day, clock + day].map((at) => offsetAt(at, timeZone)))];
  const moments = offsets
    .map((offset) => clock - offset)
    .filter((moment) => clockAt(moment, timeZone) === clock)
    .sort((one, other) => one - other);
  const [earlier, later] = moments.map((moment) => momentIn(moment, timeZone));
  if (earlier !== undefined && later !== undefined) return { name: 'two', earlier, later };
  if (earlier !== undefined) return { name: 'moment', moment: earlier };
  const [before = 0, after = 0] = offsets;
  // The same clock counted with either offset lies on either side of the gap.
  return {
    name: 'none',
    before: momentIn(clock - Math.max(before, after), timeZone),
    after: momentIn(clock - Math.min(before, after), timeZone),
  };
};

/** The day and time that a written moment has in a time zone; undefined if it is no moment. */
export const pickedOf = (written: unknown, timeZone: string): Picked | undefined => {
  const moment = typeof written === 'string' ? Date.parse(written) : NaN;
  if (Number.isNaN(moment)) return undefined;
  const [date = '', time = ''] = momentIn(moment, timeZone).split('T');
  const hasSeconds = /T\d\d:\d\d:(?!00)\d\d/.test(String(written));
  return { day: date, time: time.slice(0, hasSeconds ? 8 : 5) };
};

/** The day of a moment in a time zone: `2026-12-24`. */
export const dayIn = (moment: number, timeZone: string): string =>
  momentIn(moment, timeZone).slice(0, 10);

/** Whether a written moment has another offset than the zone has then, as one from an import may. */
export const hasOtherOffset = (written: string, timeZone: string): boolean => {
  const moment = Date.parse(written);
  if (Number.isNaN(moment)) return false;
  const offset = /(?:[+-]\d\d:\d\d|Z)$/i.exec(written)?.[0].replace(/^Z$/i, '+00:00');
  return offset !== momentIn(moment, timeZone).slice(-6);
};
