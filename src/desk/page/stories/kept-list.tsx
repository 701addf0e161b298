import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { listWords } from '../../words/list.ts';
import type { Desk } from '../desk.ts';
import type { KeptDraft } from '../kept-draft.ts';
import { hashOf } from '../router.ts';
import { viewOfFile } from '../file-kinds.ts';
import { fieldsIn, nameIn } from '../readable.ts';
import { localeOf } from '../locale-of.ts';

const nameOf = ({ path, text }: KeptDraft): string => nameIn(fieldsIn(path, text)) ?? path;

/** What was typed on this device and is not saved yet. Shows nothing if there is nothing. */
export const KeptList = ({ desk }: { desk: Desk }) => {
  const kept = useSignal<readonly KeptDraft[]>([]);
  useEffect(() => {
    void desk.drafts.all().then((drafts) => {
      kept.value = drafts.sort((one, other) => other.when - one.when);
    });
  }, []);
  if (kept.value.length === 0) return null;
  return (
    <section class="kept" aria-labelledby="kept-title">
      <h2 id="kept-title">{desk.words(listWords).onDevice}</h2>
      <ul>
        {kept.value.map((draft) => (
          <li key={draft.path}>
            <a href={hashOf(viewOfFile(desk.settings, draft.path), draft.path)}>{nameOf(draft)}</a>
            <time dateTime={new Date(draft.when).toISOString()}>
              {new Date(draft.when).toLocaleString(localeOf(desk), {
                dateStyle: 'medium',
                timeStyle: 'short',
              })}
            </time>
          </li>
        ))}
      </ul>
    </section>
  );
};
