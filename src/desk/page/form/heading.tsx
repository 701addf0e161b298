import { type ControlProps, idOfPath, said } from './form.ts';
import { Findings, Manual, RequiredMark } from './frame.tsx';

/** The name of a group, its manual and what is wrong with it as a whole. */
export const Heading = ({ form, field, path }: ControlProps) => {
  const manual = said(form, field.manual);
  return (
    <>
      <legend id={idOfPath(path)} tabIndex={-1}>
        {said(form, field.title)}
        {field.required && field.name !== '' && <RequiredMark form={form} />}
      </legend>
      {manual !== '' && (
        <p class="hint">
          <Manual text={manual} />
        </p>
      )}
      <Findings form={form} path={path} />
    </>
  );
};
