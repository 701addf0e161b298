import { useSignal } from '@preact/signals';
import { deskWords } from '../../words/desk.ts';
import { listWords } from '../../words/list.ts';
import { beginFile } from '../begin-file.ts';
import type { Desk } from '../desk.ts';
import { momentIn } from '../moments.ts';

const minute = 60_000;

/** A path that neither the paper nor an unsaved story on this device has. */
const freePath = async (desk: Desk, headline: string, year: string): Promise<string> => {
  const kept = new Set((await desk.drafts.all().catch(() => [])).map(({ path }) => path));
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? headline : `${headline} ${number}`;
    const path = await desk.model.newStoryPath(name, year);
    if (!kept.has(path)) return path;
  }
};

/** Begins a story with what every story has. */
const beginStory = async (
  desk: Desk,
  { headline, section, author }: { headline: string; section: string; author: string },
): Promise<void> => {
  const now = momentIn(
    Math.floor(desk.clock() / minute) * minute,
    desk.settings.publication.timeZone,
  );
  await beginFile(desk, await freePath(desk, headline, now.slice(0, 4)), {
    headline,
    standfirst: '',
    section,
    authors: author === '' ? [] : [author],
    published: now,
    draft: true,
  });
};

/** The view that begins a story: its headline first. */
export const NewStory = ({ desk }: { desk: Desk }) => {
  const say = desk.words(listWords);
  const { sections, authors } = desk.names.value;
  const headline = useSignal('');
  const section = useSignal('');
  const author = useSignal('');
  const problem = useSignal('');
  const choice = (
    label: string,
    entries: readonly { id: string; name: string }[],
    chosen: typeof section,
  ) => (
    <label class="field">
      <span>{label}</span>
      <select
        value={chosen.value}
        onChange={({ currentTarget }) => {
          chosen.value = currentTarget.value;
        }}
      >
        <option value="" />
        {entries.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
  return (
    <form
      class="begin"
      onSubmit={(event) => {
        event.preventDefault();
        const words = headline.value.trim();
        if (words === '') {
          problem.value = say.needsHeadline;
          return;
        }
        const given = { headline: words, section: section.value, author: author.value };
        beginStory(desk, given).catch(() => {
          problem.value = desk.words(deskWords).noRoom;
        });
      }}
    >
      <h1>{desk.words(deskWords).newStory}</h1>
      <div class="field">
        <label for="new-headline">{say.headline}</label>
        <textarea
          id="new-headline"
          class="headline"
          rows={2}
          dir="auto"
          aria-describedby="new-headline-hint"
          aria-required
          aria-invalid={problem.value !== '' || undefined}
          value={headline.value}
          onInput={({ currentTarget }) => {
            headline.value = currentTarget.value.replaceAll(/[\r\n]+/g, ' ');
            problem.value = '';
          }}
        />
        <p class="hint" id="new-headline-hint">
          {say.headlineFirst}
        </p>
        {problem.value !== '' && (
          <p class="mistake" role="alert">
            {problem.value}
          </p>
        )}
      </div>
      {choice(say.section, sections, section)}
      {choice(say.author, authors, author)}
      <div class="buttons">
        <button type="submit" class="button strong">
          {say.begin}
        </button>
      </div>
    </form>
  );
};
