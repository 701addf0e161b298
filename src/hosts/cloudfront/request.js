/* eslint-disable @typescript-eslint/no-unused-vars -- CloudFront's runtime 2.0 knows no `catch` without a name, the
   build makes use of what is imported, and CloudFront calls `handler` by its name. */
import cf from 'cloudfront';

// The build writes these three lines anew.
const store = undefined;
const base = '/';
const queries = [];

/** What the key value store says of a key; it throws where it says nothing. */
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

/** The query as it was asked, with its question mark. */
function asked(querystring) {
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

/** The path as the store knows it, with the named parameters of the query; undefined where one is missing. */
function keyWith(path, names, querystring) {
  const pairs = [];
  for (let n = 0; n < names.length; n++) {
    const parameter = querystring[names[n]];
    if (!parameter) return undefined;
    pairs.push(`${names[n]}=${parameter.value}`);
  }
  return `${path}?${pairs.join('&')}`;
}

/** Where an old address leads now. */
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
  if (exact) return /[?#]/.test(exact) ? exact : exact + asked(querystring);
  for (let n = parts.length; n > 1; n--) {
    const folder = await find(`${known.slice(0, n).join('/')}/*`);
    if (!folder) continue;
    if (!folder.endsWith('*')) return /[?#]/.test(folder) ? folder : folder + asked(querystring);
    const slash = uri.endsWith('/') && parts.length > n ? '/' : '';
    return folder.slice(0, -1) + parts.slice(n).join('/') + slash + asked(querystring);
  }
  return undefined;
}

/** Leads old addresses on, and finds the page of a folder. For viewer requests. */
async function handler(event) {
  const request = event.request;
  // A location with two slashes at its head, or with what browsers take for slashes, would be another host's.
  const uri = request.uri.replace(/[/\\]+/g, '/');
  const location = await newAddress(uri, request.querystring);
  if (location) return moved(location);
  if (uri.endsWith('/')) {
    request.uri = `${uri}index.html`;
  } else if (uri.startsWith(base) && uri.lastIndexOf('.') < uri.lastIndexOf('/')) {
    return moved(`${uri}/${asked(request.querystring)}`);
  }
  return request;
}
