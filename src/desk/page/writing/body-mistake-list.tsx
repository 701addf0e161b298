import { writingWords } from '../../words/writing.ts';
import type { Desk } from '../desk.ts';
import { fillIn } from '../fill-in.ts';
import type { BodyMistake } from './body-mistakes.ts';

/** What is wrong with the text, in the words of the check, each with a way to its place. */
export const BodyMistakeList = ({
  desk,
  mistakes,
  onGoTo,
}: {
  desk: Desk;
  mistakes: readonly BodyMistake[];
  onGoTo: (offset: number) => void;
}) => {
  const say = desk.words(writingWords);
  return (
    <div aria-live="polite">
      {mistakes.length > 0 && (
        <section class="notice error body-mistakes" aria-label={say.mistakes}>
          <ul>
            {mistakes.map(({ found, expected, fix, place }) => (
              <li key={`${found} ${expected}`}>
                <p lang="en" dir="ltr">
                  <strong>{found}</strong>
                </p>
                <p lang="en" dir="ltr">
                  {fillIn(say.expected, { what: expected })} {fix}
                </p>
                {place && (
                  <button
                    type="button"
                    class="button"
                    onClick={() => {
                      onGoTo(place.offset);
                    }}
                  >
                    {fillIn(say.goTo, { line: place.line })}
                  </button>
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
};
