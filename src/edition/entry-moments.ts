import { latest } from './changed.ts';

/** The ids that `setEntries` gives entries: their moment in UTC. Copy cannot make an element of that kind itself. */
const entry =
  /<article class="entry"[^>]* id="at-(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d(?:\.\d+)?)Z"/g;

/**
 * When a live story last changed: its newest entry, or the update that its editor wrote, whichever is later.
 * @param html of its body, as it is printed
 * @param moment the edition's: what is still to come does not count
 */
export const lastUpdate = (
  { published, updated }: { published: string; updated?: string | undefined },
  html: string,
  moment: Date,
): string | undefined => {
  const moments = [...html.matchAll(entry)]
    .map(([, year, month, day, hour, minute, second]) =>
      [
        `${year ?? ''}-${month ?? ''}-${day ?? ''}`,
        `${hour ?? ''}:${minute ?? ''}:${second ?? ''}Z`,
      ].join('T'),
    )
    .filter((time) => Date.parse(time) <= moment.getTime());
  const last = latest([updated, ...moments]);
  return last !== undefined && Date.parse(last) > Date.parse(published) ? last : updated;
};
