import { isListOfWords } from './control-of.ts';
import { EntryField } from './entry-field.tsx';
import type { ControlProps } from './form.ts';
import { LinesField } from './lines-field.tsx';
import { MomentField } from './moment-field.tsx';
import { GroupField, ListField, NamesField } from './nested-fields.tsx';
import { PictureGroup } from './picture-group.tsx';
import { ChoiceField, NumberField, TextField, YesNoField } from './plain-fields.tsx';
import { WordsField } from './words-field.tsx';

/** A line that may be so long is a sentence, which is edited where it stands; shorter ones are words. */
const sentence = 120;

/** The control for a field, as its description asks. */
export const Field = (props: ControlProps) => {
  const { field } = props;
  const { item } = field;
  switch (field.kind) {
    case 'choice':
      return <ChoiceField {...props} />;
    case 'yes-no':
      return <YesNoField {...props} />;
    case 'whole-number':
      return <NumberField {...props} />;
    case 'moment':
      return <MomentField {...props} />;
    case 'entry':
      return <EntryField {...props} />;
    case 'group':
      return field.fields?.some(({ kind }) => kind === 'picture') ? (
        <PictureGroup {...props} Field={Field} />
      ) : (
        <GroupField {...props} Field={Field} />
      );
    case 'list':
      if (item === undefined) return null;
      if (item.kind === 'line' && (item.maxLength ?? 0) >= sentence)
        return <LinesField {...props} item={item} />;
      return isListOfWords(field) ? (
        <WordsField {...props} item={item} />
      ) : (
        <ListField {...props} item={item} Field={Field} />
      );
    case 'names':
      return item === undefined ? null : <NamesField {...props} item={item} Field={Field} />;
    case 'line':
      return field.suggest === undefined ? <TextField {...props} /> : <EntryField {...props} />;
    case 'text':
    case 'address':
    case 'picture':
      return <TextField {...props} />;
  }
};
