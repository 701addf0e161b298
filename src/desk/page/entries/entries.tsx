import { useSignal } from '@preact/signals';
import { slug } from 'github-slugger';
import { deskWords } from '../../words/desk.ts';
import { listWords } from '../../words/list.ts';
import { beginFile } from '../begin-file.ts';
import type { Desk } from '../desk.ts';
import { fillIn } from '../fill-in.ts';
import { hashOf } from '../router.ts';

/** A new file of a collection: what it begins with besides its name. */
const beginnings = {
  sections: {
    ending: '.yaml',
    fields: (title: string, order: number) => ({ title, description: '', order }),
  },
  authors: { ending: '.yaml', fields: (name: string) => ({ name, type: 'person' }) },
  pages: { ending: '.md', fields: (title: string) => ({ title, description: '' }) },
} as const;

/** Sections, authors or pages: those that there are, and a new one. */
export const Entries = ({ desk, of }: { desk: Desk; of: 'sections' | 'authors' | 'pages' }) => {
  const say = desk.words(listWords);
  const name = useSignal('');
  const problem = useSignal('');
  const entries = desk.names.value[of];
  const begin = async (): Promise<void> => {
    const given = name.value.trim();
    const id = slug(given.normalize('NFC'));
    if (id === '') {
      problem.value = say.needsName;
      return;
    }
    const path = `${desk.settings.content}${of}/${id}${beginnings[of].ending}`;
    const taken = entries.find((entry) => entry.id === id)?.path;
    if (taken !== undefined || (await desk.drafts.get(path)) !== undefined) {
      problem.value = fillIn(say.taken, { path: taken ?? path });
      return;
    }
    await beginFile(desk, path, beginnings[of].fields(given, entries.length + 1));
  };
  return (
    <div class="entries">
      <div class="view-head">
        <h1>{desk.words(deskWords)[of]}</h1>
        <p class="count">{entries.length}</p>
      </div>
      <form
        class="new-name"
        onSubmit={(event) => {
          event.preventDefault();
          begin().catch(() => {
            problem.value = desk.words(deskWords).noRoom;
          });
        }}
      >
        <label for="new-entry">{say.name}</label>
        <input
          id="new-entry"
          type="text"
          dir="auto"
          value={name.value}
          aria-describedby={problem.value === '' ? undefined : 'new-entry-problem'}
          aria-invalid={problem.value !== '' || undefined}
          onInput={({ currentTarget }) => {
            name.value = currentTarget.value;
            problem.value = '';
          }}
        />
        <button type="submit" class="button">
          {say.newEntry}
        </button>
        {problem.value !== '' && (
          <p class="mistake" id="new-entry-problem" role="alert">
            {problem.value}
          </p>
        )}
      </form>
      <ul class="entry-list">
        {entries.map((entry) => (
          <li key={entry.path}>
            <a href={hashOf('file', entry.path)} dir="auto">
              {entry.name}
            </a>
            <code>{entry.id}</code>
          </li>
        ))}
      </ul>
    </div>
  );
};
