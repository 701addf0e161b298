import type { Mistake } from '../../../copy/mistakes.ts';
import { formWords } from '../../words/form.ts';
import type { Desk } from '../desk.ts';
import { fillIn } from '../fill-in.ts';

/** A mistake in the words of the check, which are English: they are marked so, for screen readers. */
export const MistakeWords = ({ desk, mistake }: { desk: Desk; mistake: Mistake }) => {
  const { found, expected, fix } = mistake;
  return (
    <span lang={desk.language.value === 'en' ? undefined : 'en'} dir="auto">
      {fillIn(desk.words(formWords).mistake, { found, expected, fix })}
    </span>
  );
};
