import type { ForgeFault } from '../forge/forge.ts';
import { deskWords } from '../words/desk.ts';
import { forgeWords } from '../words/forge.ts';
import type { Desk } from './desk.ts';
import { fillIn } from './fill-in.ts';
import { localeOf } from './locale-of.ts';

/** What a failed request means for an editor, in a sentence or two. */
export const sentenceOf = (
  desk: Pick<Desk, 'words' | 'language' | 'settings'>,
  fault: ForgeFault,
): string => {
  const { words, settings } = desk;
  const say = words(deskWords);
  // There, nobody signs in, and no network is needed.
  const isLocal = settings.backend.name === 'local';
  switch (fault.kind) {
    case 'conflict':
      return say.conflict;
    case 'mistakes':
      return say.refused;
    case 'signed-out':
      return isLocal ? say.openAgain : say.signedOut;
    case 'forbidden':
      return fault.why === undefined
        ? fillIn(say.forbidden, { message: fault.message })
        : words(forgeWords)[fault.why];
    case 'limited':
      return fault.until === undefined
        ? say.limitedForNow
        : fillIn(say.limited, {
            time: fault.until.toLocaleTimeString(localeOf(desk), { timeStyle: 'short' }),
          });
    case 'offline':
      return isLocal ? say.stopped : say.offline;
    case 'other':
      // The server on this machine speaks in sentences of its own.
      return isLocal
        ? fault.message
        : fillIn(say.answered, {
            site: new URL(settings.backend.site).host,
            message: fault.message,
          });
  }
};
