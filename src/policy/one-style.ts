const start = '<style>';
const end = '</style>';
const isStyle = (markup: string | undefined): boolean => markup?.startsWith(start) ?? false;
const cssIn = (style: string): string => style.slice(start.length, -end.length).trim();

/**
 * Makes one style element of those that follow one another: a policy needs a hash for each, which is fifty bytes that
 * no compression shortens.
 * @param pieces a page in pieces, see `piecesOf`, which are changed in place
 */
export const joinStyles = (pieces: string[]): void => {
  for (let n = 1; n < pieces.length; n += 2) {
    if (!isStyle(pieces[n])) continue;
    let last = n;
    while (pieces[last + 1] === '' && isStyle(pieces[last + 2])) last += 2;
    if (last === n) continue;
    const joined = pieces.slice(n, last + 1).map(cssIn);
    pieces.splice(n, last - n + 1, start + joined.join('') + end);
  }
};

/**
 * Moves a page's style before its title. Compression finds the headline and the addresses of the head again in the body,
 * and the fewer bytes lie between, the less each of them costs.
 * @param pieces a page in pieces, see `piecesOf`, which are changed in place
 */
export const putStyleFirst = (pieces: string[]): void => {
  const head = pieces.indexOf('</head>');
  const style = pieces.findIndex((piece, n) => n % 2 === 1 && n < head && isStyle(piece));
  const title = pieces.indexOf('<title>');
  if (style < 0 || title < 0) return;
  const [css = ''] = pieces.splice(style, 1, '');
  pieces[title] = css + (pieces[title] ?? '');
};
