import type { FieldDescription } from '../../../describe/field.ts';

const valueIn = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined;

/** Whether a list is one control, each of whose values is a word: a mistake in one of them is shown at the list. */
export const isListOfWords = ({ kind, item }: FieldDescription): boolean =>
  kind === 'list' && item !== undefined && item.kind !== 'group' && item.kind !== 'moment';

/** The first part of a name, which may hold dots itself if it was chosen by an editor. */
const firstPart = (name: string, chosen: readonly string[]): string =>
  chosen
    .filter((key) => name === key || name.startsWith(`${key}.`))
    .sort((one, other) => other.length - one.length)[0] ??
  name.split('.', 1)[0] ??
  '';

const below = (field: FieldDescription, value: unknown, rest: string): string | undefined => {
  if (rest === '' || isListOfWords(field)) return '';
  switch (field.kind) {
    case 'group':
      return controlOf(field.fields ?? [], value, rest);
    case 'list':
    case 'names': {
      const keys = typeof value === 'object' && value !== null ? Object.keys(value) : [];
      const key = firstPart(rest, keys);
      if (!keys.includes(key) || field.item === undefined) return '';
      const inside = below(field.item, valueIn(value, key), rest.slice(key.length + 1));
      return [key, inside].filter(Boolean).join('.');
    }
    default:
      return '';
  }
};

/**
 * The control at which a mistake is shown, by its path: the field itself, or what is around it and has a control.
 * @param name the field as the mistake names it
 * @returns undefined for a mistake of the whole file, or of a field that the form does not have
 */
export const controlOf = (
  fields: readonly FieldDescription[],
  value: unknown,
  name: string | undefined,
): string | undefined => {
  if (name === undefined || name === '') return undefined;
  const [only] = fields;
  if (only?.kind === 'names' && only.name === '') return below(only, value, name);
  const first = firstPart(name, []);
  const field = fields.find((each) => each.name === first);
  if (!field) return undefined;
  const inside = below(field, valueIn(value, first), name.slice(first.length + 1));
  return [first, inside].filter(Boolean).join('.');
};
