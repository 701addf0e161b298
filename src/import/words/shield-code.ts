const opening = /<(pre|code)\b([^>]*)>/gi;

/**
 * Escapes what browsers would take for markup in code: the beginning of PHP, and all of it where a plugin that colours code
 * wants it unescaped (`<pre lang="php">`).
 */
export const shieldCode = (text: string): string => {
  if (!/<\?|<pre[^>]*\blang=/i.test(text)) return text;
  const lower = text.replaceAll(/[A-Z]+/g, (letters) => letters.toLowerCase());
  const parts: string[] = [];
  let done = 0;
  opening.lastIndex = 0;
  for (let hit = opening.exec(text); hit; hit = opening.exec(text)) {
    const [tag, name = '', attributes = ''] = hit;
    const from = hit.index + tag.length;
    const end = lower.indexOf(`</${name.toLowerCase()}`, from);
    if (end === -1) break;
    const code = text.slice(from, end);
    const isPlain = /\blang=/i.test(attributes) && !/^\s*<code/i.test(code);
    parts.push(text.slice(done, from), code.replaceAll(isPlain ? /</g : /<(?=\?)/g, '&lt;'));
    done = end;
    opening.lastIndex = end;
  }
  return parts.join('') + text.slice(done);
};
