import { Refusal } from './refusal.ts';

/** A parameter that is there once or not at all: Waline would take a list for a condition of a query. */
const one = (query: URLSearchParams, name: string, pattern: RegExp, usual = ''): string => {
  const values = query.getAll(name);
  if (values.length > 1) throw new Refusal(400, `"${name}" may be there once.`);
  const value = values[0] ?? usual;
  if (!pattern.test(value)) throw new Refusal(400, `"${name}" is not valid.`);
  return value;
};

const pageNumber = /^[1-9]\d{0,5}$/;
const pageSize = /^(?:[1-9]\d?|100)$/;
const languageTag = /^[a-z\d-]{0,35}$/i;

/** The language of a request, as a BCP 47 tag, or nothing. */
export const languageOf = (query: URLSearchParams): string => one(query, 'lang', languageTag);

const commonTo = (query: URLSearchParams): Record<string, string> => ({
  lang: languageOf(query),
  page: one(query, 'page', pageNumber, '1'),
  pageSize: one(query, 'pageSize', pageSize, '10'),
});

/** The query for a page of a thread, for readers. @throws {Refusal} */
export const threadQuery = (query: URLSearchParams): string =>
  new URLSearchParams({
    ...commonTo(query),
    path: one(query, 'path', /^[^\p{Cc}]{1,1000}$/u),
    sortBy: one(query, 'sortBy', /^(?:insertedAt_(?:desc|asc)|like_desc)$/, 'insertedAt_desc'),
  }).toString();

/** The query for a page of all comments, for editors. @throws {Refusal} */
export const listQuery = (query: URLSearchParams): string =>
  new URLSearchParams({
    ...commonTo(query),
    type: 'list',
    status: one(query, 'status', /^(?:approved|waiting|spam)?$/),
    keyword: one(query, 'keyword', /^[^\p{Cc}]{0,200}$/u),
  }).toString();
