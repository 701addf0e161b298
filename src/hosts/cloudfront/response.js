// The build fills in these two lines.
const rules = [];
const types = {};

/**
 * Sets the headers that depend on the path: the first matching rule for a header wins. For viewer responses; CloudFront
 * does not run it for errors.
 */
// eslint-disable-next-line @typescript-eslint/no-unused-vars -- CloudFront calls it by name
function handler(event) {
  const response = event.response;
  const uri = event.request.uri;
  for (let n = rules.length - 1; n >= 0; n--) {
    if (new RegExp(rules[n].pattern).test(uri))
      response.headers[rules[n].name] = { value: rules[n].value };
  }
  const file = uri.slice(uri.lastIndexOf('/') + 1);
  const type = types[file] || types[file.slice(file.lastIndexOf('.') + 1)];
  // Overrides the type that the file was uploaded with.
  if (type) response.headers['content-type'] = { value: type };
  return response;
}
