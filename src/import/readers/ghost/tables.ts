/** A row of a table of Ghost's database. */
export type Row = Readonly<Record<string, unknown>>;

/** A table's rows; none if there is no such table. */
export type Tables = (name: string) => Row[];

const isRow = (value: unknown): value is Row => typeof value === 'object' && value !== null;

/** A field as text; empty if it has none. */
export const textIn = (row: Row | undefined, name: string): string => {
  const value = row?.[name];
  if (typeof value === 'string') return value.trim();
  return typeof value === 'number' ? String(value) : '';
};

/**
 * The tables in Ghost's export.
 * @returns undefined if there are no posts in it
 */
export const tablesIn = (json: unknown): Tables | undefined => {
  if (!isRow(json)) return undefined;
  const { db } = json;
  const first: unknown = Array.isArray(db) ? db[0] : json;
  const data = isRow(first) ? (first['data'] ?? first) : undefined;
  if (!isRow(data) || !Array.isArray(data['posts'])) return undefined;
  return (name) => {
    const rows = data[name];
    return Array.isArray(rows) ? rows.filter(isRow) : [];
  };
};

/** For each id in one column, the ids in another, in the order that the rows say. */
export const linksIn = (rows: readonly Row[], from: string, to: string): Map<string, string[]> => {
  const order = (row: Row): number => Number(row['sort_order'] ?? 0);
  const links = new Map<string, string[]>();
  for (const row of [...rows].sort((a, b) => order(a) - order(b))) {
    const key = textIn(row, from);
    links.set(key, [...(links.get(key) ?? []), textIn(row, to)]);
  }
  return links;
};

/** A moment of Ghost's, which is in UTC however it is written; undefined if there is none. */
export const momentIn = (row: Row, name: string): string | undefined => {
  const value = row[name];
  const text = typeof value === 'string' ? value.replace(' ', 'T').replace(/(\d)$/, '$1Z') : value;
  if (typeof text !== 'string' && typeof text !== 'number') return undefined;
  const moment = new Date(text);
  return Number.isNaN(moment.getTime()) ? undefined : moment.toISOString().replace(/\.\d+Z$/, 'Z');
};
