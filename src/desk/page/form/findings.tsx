import type { Mistake } from '../../../copy/mistakes.ts';
import { formWords } from '../../words/form.ts';
import { fillIn } from '../fill-in.ts';
import { controlOf } from './control-of.ts';
import { type Form, goToControl } from './form.ts';
import { MistakeWords } from './mistake-words.tsx';

const Finding = ({ form, mistake }: { form: Form; mistake: Mistake }) => {
  const { file, fields } = form;
  const isHere = mistake.file === file.path;
  const control = isHere ? controlOf(fields, file.fields.value, mistake.field) : undefined;
  const where = [...(isHere ? [] : [mistake.file]), ...(mistake.field ? [mistake.field] : [])].join(
    ', ',
  );
  return (
    <li>
      {control === undefined ? (
        where !== '' && <code>{where}</code>
      ) : (
        <button
          type="button"
          class="link"
          onClick={() => {
            goToControl(`field-${control}`);
          }}
        >
          <code>{where}</code>
        </button>
      )}{' '}
      <MistakeWords desk={form.desk} mistake={mistake} />
    </li>
  );
};

/** Says that nothing is wrong. */
export const CheckState = ({ desk, file }: Pick<Form, 'desk' | 'file'>) =>
  file.mistakes.value.length === 0 ? <p class="fine">{desk.words(formWords).noMistakes}</p> : null;

/** Everything that is wrong with a file, and what is doubtful, each with a way to its field. */
export const FindingsSummary = ({ form }: { form: Form }) => {
  const say = form.desk.words(formWords);
  const mistakes = form.file.mistakes.value;
  const warnings = form.file.warnings.value;
  return (
    <section class="findings" aria-live="polite">
      {mistakes.length > 0 && (
        <details class="notice error" open>
          <summary>{fillIn(say.mistakes, { count: mistakes.length })}</summary>
          <ul>
            {mistakes.map((mistake, index) => (
              <Finding key={index} form={form} mistake={mistake} />
            ))}
          </ul>
        </details>
      )}
      {warnings.length > 0 && (
        <details class="notice warning">
          <summary>{fillIn(say.warnings, { count: warnings.length })}</summary>
          <ul>
            {warnings.map((warning, index) => (
              <Finding key={index} form={form} mistake={warning} />
            ))}
          </ul>
        </details>
      )}
    </section>
  );
};
