// The build writes these three lines anew.
const base = '/';
const rules = [];
const types = {};

/** Sends the headers that depend on the path: the first rule for a header that fits counts. For viewer responses. */
// eslint-disable-next-line @typescript-eslint/no-unused-vars -- CloudFront calls it by its name
function handler(event) {
  const response = event.response;
  // In place of what is not there, a page is sent.
  const uri = response.statusCode < 400 ? event.request.uri : `${base}404.html`;
  for (let n = rules.length - 1; n >= 0; n--) {
    if (new RegExp(rules[n].pattern).test(uri))
      response.headers[rules[n].name] = { value: rules[n].value };
  }
  const file = uri.slice(uri.lastIndexOf('/') + 1);
  const type = types[file] || types[file.slice(file.lastIndexOf('.') + 1)];
  // Whatever the upload made of the file.
  if (type) response.headers['content-type'] = { value: type };
  return response;
}
