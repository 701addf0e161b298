import type { FieldPath } from '../../source/field-path.ts';
import type { Form } from './form.ts';

/** A story that becomes live is running, and one that is live no more has no state. */
export const keepState = ({ file }: Pick<Form, 'file'>, path: FieldPath): void => {
  if (path.length !== 1 || path[0] !== 'kind') return;
  const { kind, state } = file.fields.value;
  if (kind === 'live' && state === undefined) file.set(['state'], 'live');
  if (kind !== 'live' && state !== undefined) file.set(['state'], undefined);
};
