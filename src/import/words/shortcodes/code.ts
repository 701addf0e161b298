import { escapeHtml } from '../../../escape-html.ts';
import { decodeHtml } from '../entities.ts';
import { type Show, valueOf } from './make.ts';

/** Names of shortcodes that show code, from plugins that colour it. Most name the language. */
const names =
  'sourcecode source code plain text php js javascript jscript jsx typescript json html xml xhtml css scss sass less sql mysql bash shell sh zsh python py java kotlin swift csharp cpp c objc ruby rails perl vb vbnet powershell go rust r matlab scala groovy delphi pascal haskell erlang diff patch yaml ini nginx actionscript as3 coldfusion cf fsharp clojure arduino latex crayon cc cci cc_php highlight codesyntax prettify codeblock code_block pre crayon-code gist-code highlightjs enlighter syntaxhighlighter'
    .split(' ')
    .filter((name) => name !== 'text' && name !== 'c' && name !== 'r');

const plain = new Set(
  'sourcecode source code plain crayon cc cci highlight codesyntax prettify codeblock code_block pre enlighter syntaxhighlighter'.split(
    ' ',
  ),
);

/** The language as a word that may follow a fence. */
const languageOf = (name: string, given: string): string =>
  /^[\w+#-]+$/.test(given) ? given.toLowerCase() : plain.has(name) ? '' : name.replace(/^cc_/, '');

const show: Show = (code) => {
  // The visual editor writes paragraphs and breaks into code, and entities for what could be a tag.
  const lines = code.raw
    .replaceAll(/<br\s*\/?>\n?/gi, '\n')
    .replaceAll(/<\/p>\s*<p>/gi, '\n\n')
    .replaceAll(/^\s*<p>|<\/p>\s*$/gi, '');
  const text = decodeHtml(lines)
    .replace(/^[ \t]*\n/, '')
    .replace(/\s+$/, '');
  if (!code.raw.includes('\n') && text.length < 80 && valueOf(code, 'lang', 'language') === '')
    return `<code>${escapeHtml(text)}</code>`;
  const language = languageOf(code.name, valueOf(code, 'language', 'lang', 'type', 'brush'));
  return `<pre data-language="${language}"><code>${escapeHtml(text)}</code></pre>`;
};

/** Shortcodes that show code: its entities are decoded, and not a line is touched. */
export const code: Record<string, Show> = Object.fromEntries(names.map((name) => [name, show]));
