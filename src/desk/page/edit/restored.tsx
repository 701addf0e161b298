import { useSignal } from '@preact/signals';
import { conflictWords } from '../../words/conflict.ts';
import { formWords } from '../../words/form.ts';
import { Differences } from '../conflict/differences.tsx';
import type { Desk } from '../desk.ts';
import { fillIn } from '../fill-in.ts';
import type { OpenedFile } from '../opened-file.ts';
import { Sure } from '../sure.tsx';
import { localeOf } from '../locale-of.ts';

/** Says that the text was restored from this device, until the editor has decided what to do with it. */
export const Restored = ({ desk, file }: { desk: Desk; file: OpenedFile }) => {
  const say = desk.words(conflictWords);
  const isLooking = useSignal(false);
  const when = file.restored.value;
  if (when === undefined || !file.isChanged.value) return null;
  const time = when.toLocaleString(localeOf(desk), {
    dateStyle: 'medium',
    timeStyle: 'short',
  });
  return (
    <section class="notice warning">
      <p role="status">{fillIn(say.restored, { time })}</p>
      <div class="buttons">
        <button
          type="button"
          class="button strong"
          onClick={() => {
            file.restored.value = undefined;
          }}
        >
          {say.continue}
        </button>
        <button
          type="button"
          class="button"
          aria-expanded={isLooking.value}
          onClick={() => {
            isLooking.value = !isLooking.value;
          }}
        >
          {say.look}
        </button>
        <Sure
          desk={desk}
          label={desk.words(formWords).discard}
          question={desk.words(formWords).sureToDiscard}
          act={file.discard}
        />
      </div>
      {isLooking.value && (
        <Differences
          desk={desk}
          before={{ title: say.stored, text: file.base.value.text }}
          after={{ title: say.mine, text: file.text.value }}
        />
      )}
    </section>
  );
};
