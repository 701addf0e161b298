import { useSignal } from '@preact/signals';
import { calendarFor } from '../../../language/dates.ts';
import { changeKindNames } from '../../../language/change-notes.ts';
import { inLanguage } from '../../../language/table.ts';
import { correctionWords } from '../../words/corrections.ts';
import type { Desk } from '../desk.ts';
import { momentIn } from '../moments.ts';
import type { OpenFile } from '../open-file.ts';
import { AskDialog, AskField } from './ask.tsx';
import { correct, correctionText, writtenNotesOf } from './corrections.ts';
import './writing.css';

const longest = 1000;

/** What was corrected and noted on a story, and the button that adds one. */
export const CorrectStory = ({ file, desk }: { file: OpenFile; desk: Desk }) => {
  const say = desk.words(correctionWords);
  const isOpen = useSignal(false);
  const wrong = useSignal('');
  const right = useSignal('');
  const hasTried = useSignal(false);
  const { timeZone } = desk.settings.publication;
  const { minute } = calendarFor(desk.language.value, timeZone);
  const notes = writtenNotesOf(file.fields.value);
  const kindNames: Partial<Record<string, string>> = inLanguage(
    changeKindNames,
    desk.language.value,
  );
  const text = correctionText(wrong.value, right.value);
  const fault = text === undefined ? say.needBoth : text.length > longest ? say.tooLong : undefined;
  const close = (): void => {
    isOpen.value = false;
  };
  return (
    <section class="corrections">
      <h2>{say.corrections}</h2>
      {notes.length > 0 && (
        <ol>
          {notes.map(({ date, text: said, kind = 'correction' }, number) => (
            <li key={number}>
              <time dateTime={date}>
                {Number.isNaN(Date.parse(date)) ? date : minute(new Date(date))}
                {kind !== 'correction' && ` · ${kindNames[kind] ?? kind}`}
              </time>
              <span dir="auto">{said}</span>
            </li>
          ))}
        </ol>
      )}
      <div class="buttons">
        <button
          type="button"
          class="button"
          onClick={() => {
            isOpen.value = true;
          }}
        >
          {say.correct}
        </button>
      </div>
      {isOpen.value && (
        <AskDialog
          title={say.correct}
          submit={say.add}
          cancel={say.cancel}
          onClose={close}
          onSubmit={() => {
            hasTried.value = true;
            if (text === undefined || fault !== undefined) return;
            correct(file, text, momentIn(desk.clock(), timeZone));
            wrong.value = right.value = '';
            hasTried.value = false;
            close();
            desk.notify(say.added);
          }}
        >
          <p class="hint">{say.manual}</p>
          <AskField label={say.wrong} value={wrong} rows={3} hint={say.wrongHint} />
          <AskField
            label={say.right}
            value={right}
            rows={3}
            hint={say.rightHint}
            error={hasTried.value ? fault : undefined}
          />
        </AskDialog>
      )}
    </section>
  );
};
