import { formWords } from '../../words/form.ts';
import { fillIn } from '../fill-in.ts';
import { Combobox } from './combobox.tsx';
import { entriesOf, findFor } from './find-entries.ts';
import { type ControlProps, said, valueAt } from './form.ts';
import { Frame, useDescribed } from './frame.tsx';
import { useNameOf } from './story-name.ts';

/** More entries than this are searched, not shown at once. */
const mostShown = 40;

const useValue = ({ form, path }: ControlProps): string => {
  const value = valueAt(form, path);
  return typeof value === 'string' ? value : '';
};

/** An entry out of few: sections, pages. */
const EntryChoice = (props: ControlProps) => {
  const { form, field, path } = props;
  const say = form.desk.words(formWords);
  const value = useValue(props);
  const entries = entriesOf(form.desk, field.of);
  const isKnown = value === '' || entries.some(({ id }) => id === value);
  return (
    <Frame {...props}>
      <select
        {...useDescribed(form, path, said(form, field.manual) !== '')}
        value={value}
        aria-required={field.required || undefined}
        onChange={({ currentTarget }) => {
          form.file.set(path, currentTarget.value === '' ? undefined : currentTarget.value);
        }}
      >
        {(!field.required || value === '') && <option value="">{say.nothingChosen}</option>}
        {!isKnown && <option value={value}>{fillIn(say.unknownEntry, { id: value })}</option>}
        {entries.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </Frame>
  );
};

/** An entry out of many, found by its name. */
const EntrySearch = (props: ControlProps) => {
  const { form, field, path } = props;
  const value = useValue(props);
  const name = useNameOf(form.desk, field, value);
  const described = useDescribed(form, path, said(form, field.manual) !== '');
  return (
    <Frame {...props}>
      <Combobox
        desk={form.desk}
        attributes={{ ...described, 'aria-required': field.required || undefined }}
        shown={value === '' ? '' : name}
        find={findFor(form.desk, field)}
        choose={(chosen) => {
          form.file.set(path, chosen);
        }}
        clear={() => {
          form.file.set(path, undefined);
        }}
      />
    </Frame>
  );
};

/** A name of another file, or of a topic. */
export const EntryField = (props: ControlProps) => {
  const { form, field } = props;
  const isFew =
    field.of !== undefined &&
    field.of !== 'articles' &&
    entriesOf(form.desk, field.of).length <= mostShown;
  return isFew ? <EntryChoice {...props} /> : <EntrySearch {...props} />;
};
