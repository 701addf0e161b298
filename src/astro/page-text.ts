/** The bundle that renders pages and the process that prints them share no modules, but the names of symbols. */
const text = Symbol.for('text of a printed page');

interface WithText {
  [text]?: string;
}

/**
 * A response with a page, which carries its text along: to put it into the response and to read it out again would take
 * longer than to write the file. A page of an error keeps its body, without which Astro would look for another.
 * @param init Astro's own response, whose status and headers it has
 */
export const printedText = (html: string, init: Response): Response => {
  const response: Response & WithText = new Response(init.ok ? null : html, init);
  response[text] = html;
  return response;
};

/**
 * The text or the bytes of what Astro has rendered.
 * @throws if Astro has made another response out of one with a page
 */
export const contentOf = async (response: Response & WithText): Promise<string | Buffer> => {
  const html = response[text];
  if (html === undefined && response.ok && response.body === null)
    throw new Error('Astro no longer hands on the response of a middleware as it is.');
  return html ?? Buffer.from(await response.arrayBuffer());
};
