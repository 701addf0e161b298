import type { ForgeFault } from '../forge/forge.ts';
import { deskWords } from '../words/desk.ts';
import { forgeWords } from '../words/forge.ts';
import type { Desk } from './desk.ts';
import { fillIn } from './fill-in.ts';

/** What a failed request means for an editor, in a sentence or two. */
export const sentenceOf = (
  { words, language }: Pick<Desk, 'words' | 'language'>,
  fault: ForgeFault,
): string => {
  const say = words(deskWords);
  switch (fault.kind) {
    case 'conflict':
      return say.conflict;
    case 'mistakes':
      return say.refused;
    case 'signed-out':
      return say.signedOut;
    case 'forbidden':
      return fault.why === undefined
        ? fillIn(say.forbidden, { message: fault.message })
        : words(forgeWords)[fault.why];
    case 'limited':
      return fault.until === undefined
        ? say.limitedForNow
        : fillIn(say.limited, {
            time: fault.until.toLocaleTimeString(language.value, { timeStyle: 'short' }),
          });
    case 'offline':
      return say.offline;
    case 'other':
      return fault.message;
  }
};
