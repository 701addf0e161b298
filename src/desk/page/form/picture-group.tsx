import { PictureField } from '../writing/picture-field.tsx';
import { idOfPath, type NestProps, valueAt } from './form.ts';
import { Findings } from './frame.tsx';
import { Heading } from './heading.tsx';

/** A picture with its texts: it is chosen, replaced or taken out; its texts are fields like any others. */
export const PictureGroup = (props: NestProps) => {
  const { form, field, path, Field } = props;
  const inside = field.fields ?? [];
  const source = inside.find(({ kind }) => kind === 'picture');
  const at = [...path, source?.name ?? ''];
  return (
    <fieldset class="group">
      <Heading {...props} />
      <PictureField desk={form.desk} file={form.file} field={path} id={idOfPath(at)} />
      <Findings form={form} path={at} />
      {valueAt(form, path) !== undefined &&
        inside
          .filter((one) => one !== source)
          .map((one) => (
            <Field key={one.name} form={form} field={one} path={[...path, one.name]} />
          ))}
    </fieldset>
  );
};
