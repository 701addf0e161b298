/* eslint-disable @typescript-eslint/no-unused-vars -- CloudFront's runtime 2.0 does not allow `catch` without a
   parameter, the build may insert a use of the import, and CloudFront calls `handler` by name. */
import cf from 'cloudfront';

// The build fills in these three lines.
const store = undefined;
const base = '/';
const queries = [];

/** The key value store's value for a key. `get` throws for an unknown key. */
async function find(key) {
  if (!store) return undefined;
  try {
    return await store.get(key);
  } catch (error) {
    return undefined;
  }
}

function decoded(text) {
  try {
    return decodeURIComponent(text).toLowerCase();
  } catch (error) {
    return text;
  }
}

/** The query as requested, with its question mark. */
function queryOf(querystring) {
  const pairs = [];
  for (const name in querystring) {
    const values = querystring[name].multiValue || [querystring[name]];
    for (let n = 0; n < values.length; n++) pairs.push(`${name}=${values[n].value}`);
  }
  return pairs.length > 0 ? `?${pairs.join('&')}` : '';
}

function moved(location) {
  return {
    statusCode: 301,
    statusDescription: 'Moved Permanently',
    headers: { location: { value: location } },
  };
}

/** The store's key for a path with the named query parameters; undefined if one is missing. */
function keyWith(path, names, querystring) {
  const pairs = [];
  for (let n = 0; n < names.length; n++) {
    const parameter = querystring[names[n]];
    if (!parameter) return undefined;
    pairs.push(`${names[n]}=${parameter.value}`);
  }
  return `${path}?${pairs.join('&')}`;
}

/** The new address of an old one; undefined if there is none. */
async function newAddress(uri, querystring) {
  const parts = uri.replace(/\/+$/, '').split('/');
  const known = parts.map(decoded);
  const path = known.join('/') || '/';
  for (let n = 0; n < queries.length; n++) {
    const key = keyWith(path, queries[n], querystring);
    if (!key) continue;
    const found = await find(key);
    if (found) return found;
  }
  const exact = await find(path);
  if (exact) return /[?#]/.test(exact) ? exact : exact + queryOf(querystring);
  for (let n = parts.length; n > 1; n--) {
    const folder = await find(`${known.slice(0, n).join('/')}/*`);
    if (!folder) continue;
    if (!folder.endsWith('*')) return /[?#]/.test(folder) ? folder : folder + queryOf(querystring);
    const slash = uri.endsWith('/') && parts.length > n ? '/' : '';
    return folder.slice(0, -1) + parts.slice(n).join('/') + slash + queryOf(querystring);
  }
  return undefined;
}

/** Redirects old addresses, and finds the index page of a folder. For viewer requests. */
async function handler(event) {
  const request = event.request;
  // A location that begins with two slashes, or with backslashes, which browsers treat alike, would be another host.
  const uri = request.uri.replace(/[/\\]+/g, '/');
  const location = await newAddress(uri, request.querystring);
  if (location) return moved(location);
  if (uri.endsWith('/')) {
    request.uri = `${uri}index.html`;
  } else if (uri.startsWith(base) && uri.lastIndexOf('.') < uri.lastIndexOf('/')) {
    return moved(`${uri}/${queryOf(request.querystring)}`);
  }
  return request;
}
