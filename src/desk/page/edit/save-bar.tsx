import { deskWords } from '../../words/desk.ts';
import { formWords } from '../../words/form.ts';
import { listWords } from '../../words/list.ts';
import { publishWords } from '../../words/publish.ts';
import type { Desk } from '../desk.ts';
import type { OpenedFile } from '../opened-file.ts';
import { CheckState } from '../form/findings.tsx';
import { Manual } from '../form/frame.tsx';
import { Sure } from '../sure.tsx';

const statusOf = (desk: Desk, file: OpenedFile): string => {
  const say = desk.words(formWords);
  if (file.saving.value.name === 'saving') return say.saving;
  if (file.saving.value.name === 'refused') return say.notStored;
  if (!file.isChanged.value) return say.saved;
  return file.isUnkept.value ? say.notSavedNorKept : say.notSaved;
};

/** Save, and what became of it: always in sight. */
export const SaveBar = ({ desk, file }: { desk: Desk; file: OpenedFile }) => {
  const say = desk.words(formWords);
  const state = file.saving.value;
  const review = desk.reviews.value.find(({ paths }) =>
    paths.includes(desk.files.forgePath(file.path)),
  );
  const isIdle = !file.isChanged.value || state.name === 'saving';
  return (
    <div class="save-bar">
      <div class="save-state" role="status">
        <span class={file.isChanged.value ? 'unsaved' : 'saved'}>{statusOf(desk, file)}</span>
        {review && (
          <a href={review.url} target="_blank" rel="noreferrer">
            {desk.words(listWords).review}
          </a>
        )}
        <CheckState desk={desk} file={file} />
        {state.name === 'refused' && (
          <p class="mistake">
            <Manual text={state.sentence} />
          </p>
        )}
        {state.name === 'refused' && state.isSignedOut && desk.signOut && (
          <button type="button" class="button" onClick={desk.signOut}>
            {desk.words(publishWords).signIn}
          </button>
        )}
      </div>
      <div class="buttons">
        {file.isChanged.value && (
          <Sure
            desk={desk}
            label={say.discard}
            question={say.sureToDiscard}
            act={async () => {
              const wasNew = file.isNew.value;
              await file.discard();
              if (wasNew) history.back();
            }}
          />
        )}
        <button
          type="button"
          class="button strong"
          aria-disabled={isIdle}
          aria-keyshortcuts="Control+S Meta+S"
          onClick={() => void file.save()}
        >
          {desk.settings.review ? say.sendForReview : say.save}
        </button>
      </div>
      {file.isUnkept.value && <p class="mistake">{desk.words(deskWords).noRoom}</p>}
    </div>
  );
};
