/**
 * Changes a page without its inline styles, and puts them back as they were: parsing them here would count against the
 * policy of the desk's page, though only the frame will show them. Scripts go: the frame would only report them.
 */
export const changePage = (html: string, change: (page: Document) => void): string => {
  const styles = html.match(/<style>.*?<\/style>/gs) ?? [];
  let n = 0;
  const bare = html
    .replaceAll(/<script\b.*?<\/script>/gs, '')
    .replaceAll(/<style>.*?<\/style>/gs, () => `<meta data-style="${String(n++)}">`);
  const page = new DOMParser().parseFromString(bare, 'text/html');
  change(page);
  const changed = page.documentElement.outerHTML.replaceAll(
    /<meta data-style="(\d+)"\s*\/?>/g,
    (_, number: string) => styles[Number(number)] ?? '',
  );
  return `<!doctype html>${changed}`;
};
