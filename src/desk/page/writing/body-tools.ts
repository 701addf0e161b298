import type { writingWords } from '../../words/writing.ts';
import { type Edit, marked, ownBlock, type Selected, withLineStart } from './edits.ts';
import type { Tool } from './toolbar.tsx';

/** What is asked for in a dialog, and becomes a block of its own. */
export type BlockDialog = 'pullQuote' | 'embed' | 'recording' | 'box' | 'table';

/** Everything that is asked for in words. */
export type AskedWords = BlockDialog | 'link' | 'footnote';

/** What the tools do to a text, and what they open. */
export interface BodyActions {
  apply: (make: (text: string, at: Selected) => Edit) => void;
  ask: (name: AskedWords) => void;
  choosePictures: () => void;
  takePhoto: () => void;
}

const isApple = (): boolean => /mac|iphone|ipad/i.test(navigator.userAgent);

/**
 * The tools of a text: the buttons that write our Markdown, in groups, and those that keys reach too.
 * @returns `keys`: by the letter that is pressed with Control or Command
 */
export const bodyTools = (
  say: Record<keyof typeof writingWords, string>,
  { apply, ask, choosePictures, takePhoto }: BodyActions,
): { groups: Tool[][]; keys: Readonly<Record<string, () => void>> } => {
  const key = isApple() ? 'Meta' : 'Control';
  const mark = (sign: string) => () => {
    apply((text, at) => marked(text, at, sign));
  };
  const line = (start: Parameters<typeof withLineStart>[2]) => () => {
    apply((text, at) => withLineStart(text, at, start));
  };
  const dialog = (name: AskedWords): Tool => ({
    name,
    label: say[name],
    use: () => {
      ask(name);
    },
  });
  const bold = mark('**');
  const italic = mark('*');
  const link = dialog('link');
  const rule = (): void => {
    apply((text, at) => ownBlock(text, at, '---'));
  };
  return {
    groups: [
      [
        { name: 'bold', label: say.bold, sign: 'B', keys: `${key}+B`, use: bold },
        { name: 'italic', label: say.italic, sign: 'I', keys: `${key}+I`, use: italic },
        { name: 'struck', label: say.struck, sign: 'S', use: mark('~~') },
        { ...link, keys: `${key}+K` },
      ],
      [
        { name: 'crosshead', label: say.crosshead, sign: 'H', use: line('## ') },
        { name: 'small-crosshead', label: say.smallCrosshead, sign: 'h', use: line('### ') },
        { name: 'list', label: say.list, sign: '•', use: line('- ') },
        { name: 'numbered', label: say.numbered, sign: '①', use: line('1. ') },
        { name: 'quotation', label: say.quotation, sign: '❝', use: line('> ') },
        { name: 'rule', label: say.rule, sign: '―', use: rule },
      ],
      [
        { name: 'picture', label: say.picture, use: choosePictures },
        { name: 'photo', label: say.photo, isForTouch: true, use: takePhoto },
        dialog('pullQuote'),
        dialog('embed'),
        dialog('footnote'),
        dialog('box'),
        dialog('table'),
        dialog('recording'),
      ],
    ],
    keys: { b: bold, i: italic, k: link.use },
  };
};
