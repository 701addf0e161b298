import { type Change, changesSince, openMemory } from './memory.ts';
import { patience, type Patience, post } from './post.ts';
import type { PrintedAddresses } from './printed-addresses.ts';
import type { Receiver } from './receivers.ts';

/** What an announcement may be told. */
export interface AnnounceSetting {
  cacheDir: string;
  /** Only says what would be announced. */
  isDry?: boolean;
  say: (line: string) => void;
  patience?: Patience;
}

const count = (changes: readonly unknown[], of = 'address'): string =>
  `${String(changes.length)} ${changes.length === 1 ? of : `${of}es`}`;

const batches = (changes: readonly Change[], most: number): Change[][] =>
  Array.from({ length: Math.ceil(changes.length / most) }, (_, n) =>
    changes.slice(n * most, (n + 1) * most),
  );

const asLine = ({ address, digest }: Change): string =>
  `  ${digest === undefined ? 'gone   ' : 'changed'} ${address}`;

/**
 * Tells a receiver of what changed since it was last told, and remembers what it took, request by request. A receiver
 * that was never told of anything is told of nothing yet: what the paper holds now is in its sitemaps and feeds.
 * @returns whether everything was taken
 */
export const announceTo = async (
  receiver: Receiver,
  paper: PrintedAddresses,
  { cacheDir, isDry = false, say, patience: waits = patience }: AnnounceSetting,
): Promise<boolean> => {
  const { name, address, about, ofGone, most, request } = receiver;
  const now = about(paper);
  const { told, note } = openMemory(cacheDir, `${name} ${address}`);
  if (told === undefined) {
    say(`${name}: ${count([...now])} noted; changes are announced from now on.`);
    if (!isDry) note([...now].map(([at, digest]) => ({ address: at, digest })));
    return true;
  }
  const all = changesSince(told, now, paper.front);
  const changes = ofGone ? all : all.filter(({ digest }) => digest !== undefined);
  if (isDry) {
    say(`${name}: ${count(changes)} to announce to ${address}`);
    for (const change of changes) say(asLine(change));
    return true;
  }
  const failed: { changes: readonly Change[]; why: string }[] = [];
  let isAway = false;
  for (const batch of batches(changes, most)) {
    // One that takes nothing now is not asked for every feed.
    if (isAway) {
      failed.push({ changes: batch, why: 'not tried after that' });
      continue;
    }
    const outcome = await post(address, request(batch, paper), waits);
    if (outcome.ok) note(batch);
    else {
      failed.push({ changes: batch, why: outcome.why });
      ({ isAway } = outcome);
    }
  }
  if (!ofGone) {
    const gone = all.filter(({ digest }) => digest === undefined);
    if (gone.length > 0) note(gone);
  }
  const lost = failed.flatMap((one) => one.changes);
  say(`${name}: ${count(changes.slice(lost.length))} announced.`);
  if (lost.length === 0) return true;
  const reasons = [...new Set(failed.map(({ why }) => why))].join('; ');
  say(`✗ ${name}, ${address}: ${count(lost)} not announced (${reasons}). Next time they are.`);
  return false;
};
