import type { SourceMoment } from '../model.ts';

/** Offsets between local time and UTC, in minutes, that a site may have: quarters of an hour, from −12 to +14 hours. */
const isOffset = (minutes: number): boolean =>
  minutes % 15 === 0 && minutes >= -12 * 60 && minutes <= 14 * 60;

const minute = 60_000;

/** A local time as milliseconds, as if it were UTC. */
const asUtc = (local: string): number => Date.parse(`${local.replace(' ', 'T')}Z`);

/** The offset that a moment itself shows, in minutes; undefined if one half is missing or they are absurdly apart. */
export const offsetOf = ({ local, utc }: SourceMoment): number | undefined => {
  if (local === undefined || utc === undefined) return undefined;
  const offset = Math.round((asUtc(local) - Date.parse(utc)) / minute);
  return isOffset(offset) ? offset : undefined;
};

/** The offset of a time zone at an instant (milliseconds since 1970), in minutes. */
export type ZoneClock = (instant: number) => number;

/** @param zone its IANA name */
export const zoneClock = (zone: string): ZoneClock => {
  const format = new Intl.DateTimeFormat('en', {
    timeZone: zone,
    timeZoneName: 'longOffset',
    hour: 'numeric',
  });
  return (instant) => {
    const name = format.formatToParts(instant).find(({ type }) => type === 'timeZoneName')?.value;
    const [, sign = '+', hours = '0', minutes = '0'] =
      /GMT(?:([+-])(\d{2}):?(\d{2})?)?/.exec(name ?? '') ?? [];
    return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
  };
};

/** Zones to prefer where several have always had the same time: those with the most people. */
const wellKnown = [
  'Europe/Kyiv',
  'Europe/London',
  'Europe/Berlin',
  'Europe/Paris',
  'Europe/Madrid',
  'Europe/Istanbul',
  'America/New_York',
  'America/Chicago',
  'America/Denver',
  'America/Los_Angeles',
  'America/Sao_Paulo',
  'America/Mexico_City',
  'Asia/Kolkata',
  'Asia/Shanghai',
  'Asia/Tokyo',
  'Asia/Dubai',
  'Africa/Cairo',
  'Africa/Lagos',
  'Africa/Johannesburg',
  'Australia/Sydney',
];

/**
 * The time zone (IANA) in which the most moments of a site are as they say, summer time included. WordPress does not
 * name it, but it follows from dates that are given in local time and in UTC.
 * @param preferred zones to try first, such as that of the publication: of equally good ones, the first counts
 * @returns undefined if no moment has both halves, or if no zone fits nine in ten of them
 */
export const zoneOf = (
  moments: readonly SourceMoment[],
  preferred: readonly string[],
): string | undefined => {
  // One moment for each day and offset is enough.
  const samples = new Map<string, { instant: number; offset: number }>();
  for (const moment of moments) {
    const offset = offsetOf(moment);
    const instant = Date.parse(moment.utc ?? '');
    if (offset === undefined || Number.isNaN(instant)) continue;
    samples.set(`${String(Math.floor(instant / (24 * 60 * minute)))} ${String(offset)}`, {
      instant,
      offset,
    });
  }
  if (samples.size === 0) return undefined;
  const zones = [
    ...new Set([...preferred, ...wellKnown, 'UTC', ...Intl.supportedValuesOf('timeZone')]),
  ];
  const all = [...samples.values()];
  const least = Math.ceil(all.length * 0.9);
  let best: { zone: string; fits: number } | undefined;
  for (const zone of zones) {
    const clock = zoneClock(zone);
    const fits = all.filter(({ instant, offset }) => clock(instant) === offset).length;
    if (fits >= least && fits > (best?.fits ?? 0)) best = { zone, fits };
    if (best?.fits === all.length) break;
  }
  return best?.zone;
};

const twoDigits = (number: number): string => String(number).padStart(2, '0');

/** An instant as ISO 8601 with this offset, in whole seconds. */
const withOffset = (instant: number, offset: number): string => {
  const size = Math.abs(offset);
  const end =
    offset === 0
      ? 'Z'
      : `${offset < 0 ? '-' : '+'}${twoDigits(Math.floor(size / 60))}:${twoDigits(size % 60)}`;
  return new Date(instant + offset * minute).toISOString().replace(/\.\d+Z$/, '') + end;
};

/**
 * A moment of a source as copy writes it: ISO 8601 with the offset that the site had then.
 * @param clock that of the site's time zone, for moments that do not show their offset
 * @returns undefined if the source has none that can be read
 */
export const momentOf = (
  moment: SourceMoment | undefined,
  clock: ZoneClock,
): string | undefined => {
  if (moment === undefined) return undefined;
  const own = offsetOf(moment);
  const utc = moment.utc === undefined ? NaN : Date.parse(moment.utc);
  if (own !== undefined) return withOffset(utc, own);
  // Addresses have the local day, so local time counts more if the two contradict each other.
  const local = moment.local === undefined ? NaN : asUtc(moment.local);
  if (Number.isNaN(local)) {
    return Number.isNaN(utc) ? undefined : withOffset(utc, clock(utc));
  }
  // Twice, because the first guess may fall on the other side of a change to summer time.
  const guess = local - clock(local) * minute;
  const instant = local - clock(guess) * minute;
  return withOffset(instant, clock(instant));
};
