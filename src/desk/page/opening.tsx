import { fillIn } from './fill-in.ts';
import { Manual } from './form/frame.tsx';
import { deskWords } from '../words/desk.ts';
import type { Desk } from './desk.ts';

/** How far the opening of a paper has come. */
export type OpeningState =
  { name: 'opening'; done: number; of: number } | { name: 'failed'; sentence: string };

/** What stands in the page until the paper is open, or why it cannot be opened. */
export const Opening = ({
  state,
  words,
  paper,
}: {
  state: OpeningState;
  words: Desk['words'];
  paper?: string;
}) => {
  const say = words(deskWords);
  if (state.name === 'failed') {
    return (
      <main class="opening" tabIndex={-1}>
        <h1>{say.cannotOpen}</h1>
        <p role="alert">
          <Manual text={state.sentence} />
        </p>
        <button
          type="button"
          class="button strong"
          onClick={() => {
            location.reload();
          }}
        >
          {say.again}
        </button>
      </main>
    );
  }
  return (
    <main class="opening" aria-busy="true">
      <h1>{paper ?? say.desk}</h1>
      <p role="status">
        {state.of === 0 ? say.opening : fillIn(say.reading, { done: state.done, all: state.of })}
      </p>
      <progress
        aria-label={say.opening}
        {...(state.of === 0 ? {} : { value: state.done, max: state.of })}
      />
    </main>
  );
};
