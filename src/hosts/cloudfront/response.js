// The build writes these two lines anew.
const rules = [];
const types = {};

/** Sends the headers that depend on the path: the first rule for a header that fits counts. For viewer responses,
 * which CloudFront hands over where there is no error. */
// eslint-disable-next-line @typescript-eslint/no-unused-vars -- CloudFront calls it by its name
function handler(event) {
  const response = event.response;
  const uri = event.request.uri;
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
