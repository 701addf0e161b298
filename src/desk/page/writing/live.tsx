import { useSignal } from '@preact/signals';
import { calendarFor } from '../../../language/dates.ts';
import { liveWords } from '../../words/live.ts';
import type { Desk } from '../desk.ts';
import { fillIn } from '../fill-in.ts';
import { momentIn } from '../moments.ts';
import { localeOf } from '../locale-of.ts';
import type { OpenedFile } from '../opened-file.ts';
import { AskDialog, AskField } from './ask.tsx';
import { entriesIn, type Entry, withChangedEntry, withEntry } from './live-entries.ts';
import { storeEntry } from './store-entry.ts';
import './writing.css';

/** Asks for a new entry, or for changes to one, and stores it at once. */
const EntryDialog = ({
  desk,
  file,
  entry,
  onClose,
}: {
  desk: Desk;
  file: OpenedFile;
  /** The one to change. */
  entry: Entry | undefined;
  onClose: () => void;
}) => {
  const say = desk.words(liveWords);
  const words = useSignal(entry?.words ?? '');
  const body = useSignal(entry?.body ?? '');
  const fault = useSignal<string | undefined>(undefined);
  const isBusy = useSignal(false);
  const send = async (): Promise<void> => {
    const typed = { words: words.value.trim(), body: body.value };
    if (typed.words === '') {
      fault.value = say.needed;
      return;
    }
    isBusy.value = true;
    const { timeZone } = desk.settings.publication;
    const moment = momentIn(desk.clock(), timeZone);
    const change = (text: string): string | undefined =>
      entry
        ? withChangedEntry(text, entry, typed)
        : withEntry(text, { moment, timeZone, ...typed });
    const stored = await storeEntry(desk, file, typed.words, change).finally(() => {
      isBusy.value = false;
    });
    if (stored.name === 'refused') {
      fault.value = stored.sentence;
      return;
    }
    desk.notify(fillIn(say[stored.name], { words: typed.words }));
    onClose();
  };
  return (
    <AskDialog
      title={entry ? say.change : say.add}
      submit={isBusy.value ? say.publishing : say.publish}
      cancel={say.cancel}
      isBusy={isBusy.value}
      onClose={onClose}
      onSubmit={() => void send()}
    >
      <AskField label={say.words} value={words} error={fault.value} />
      <AskField label={say.body} value={body} rows={6} />
    </AskDialog>
  );
};

/** The entries of a live story, newest first, and the button that adds one. */
export const LiveEntries = ({ file, desk }: { file: OpenedFile; desk: Desk }) => {
  const say = desk.words(liveWords);
  const open = useSignal<{ entry: Entry | undefined } | undefined>(undefined);
  const { minute } = calendarFor(localeOf(desk), desk.settings.publication.timeZone);
  const entries = entriesIn(file.text.value).sort(
    (one, other) => Date.parse(other.moment) - Date.parse(one.moment),
  );
  return (
    <section class="live">
      <div class="live-head">
        <h2>{say.entries}</h2>
        <button
          type="button"
          class="button strong"
          onClick={() => {
            open.value = { entry: undefined };
          }}
        >
          {say.add}
        </button>
      </div>
      {entries.length === 0 && <p class="hint">{say.none}</p>}
      <ol>
        {entries.map((entry) => (
          <li key={entry.moment}>
            <div>
              <time dateTime={entry.moment}>{minute(new Date(entry.moment))}</time>
              <span dir="auto">{entry.words}</span>
            </div>
            <button
              type="button"
              class="button"
              aria-label={fillIn(say.editEntry, { words: entry.words })}
              onClick={() => {
                open.value = { entry };
              }}
            >
              {say.edit}
            </button>
          </li>
        ))}
      </ol>
      {open.value && (
        <EntryDialog
          desk={desk}
          file={file}
          entry={open.value.entry}
          onClose={() => {
            open.value = undefined;
          }}
        />
      )}
    </section>
  );
};
