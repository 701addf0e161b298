import { conflictWords } from '../../words/conflict.ts';
import type { Desk } from '../desk.ts';
import { fillIn } from '../fill-in.ts';
import type { OpenedFile } from '../opened-file.ts';
import { Sure } from '../sure.tsx';
import { Differences } from './differences.tsx';
import { mergedTexts } from './merge-texts.ts';

/** Two versions of a file that was changed by somebody else meanwhile, and what can be done about it. */
export const ConflictView = ({ desk, file }: { desk: Desk; file: OpenedFile }) => {
  const say = desk.words(conflictWords);
  const theirs = file.theirs.value;
  if (theirs === undefined) return null;
  const mine = file.text.value;
  const keepMine = (
    <Sure
      desk={desk}
      label={say.keepMine}
      question={say.sureToKeepMine}
      act={() => {
        file.settle(mine);
      }}
    />
  );
  if (theirs.text === undefined) {
    return (
      <section class="conflict" aria-labelledby="conflict">
        <h2 id="conflict">{say.title}</h2>
        <p role="alert">{say.theyDeleted}</p>
        <div class="buttons">{keepMine}</div>
      </section>
    );
  }
  const theirText = theirs.text;
  const merged = mergedTexts(file.path, file.base.value.text, mine, theirText);
  const places =
    'places' in merged
      ? merged.places.map((place) => (place === 'body' ? say.text : place)).join(', ')
      : '';
  return (
    <section class="conflict" aria-labelledby="conflict">
      <h2 id="conflict">{say.title}</h2>
      <p role="alert">{say.explained}</p>
      {'places' in merged && <p class="mistake">{fillIn(say.notTogether, { places })}</p>}
      <div class="buttons">
        {'text' in merged && (
          <button
            type="button"
            class="button strong"
            onClick={() => {
              file.settle(merged.text);
              desk.notify(say.merged);
            }}
          >
            {say.together}
          </button>
        )}
        <Sure
          desk={desk}
          label={say.takeTheirs}
          question={say.sureToTakeTheirs}
          act={() => {
            file.newPictures.value = [];
            file.settle(theirText);
          }}
        />
        {keepMine}
      </div>
      <Differences
        desk={desk}
        before={{ title: say.theirs, text: theirText }}
        after={{ title: say.mine, text: mine }}
      />
    </section>
  );
};
