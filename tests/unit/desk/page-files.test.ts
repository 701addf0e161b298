import { expect, test } from 'vitest';
import type { Forge, ForgeFile } from '../../../src/desk/forge/forge.ts';
import { readPaper } from '../../../src/desk/page/paper-files.ts';
import type { DeskSettings } from '../../../src/desk/settings.ts';

const [harbour, market] = ['content/pages/harbour.md', 'content/pages/market.md'];

/** A forge whose list can be held up while it is on its way. */
const forgeWith = (stored: Map<string, string>) => {
  let wait = Promise.resolve();
  const forge = {
    list: async () => {
      const files = [...stored].map(([path, text]): ForgeFile => ({ path, version: text }));
      await wait;
      return files;
    },
    readTexts: (files: readonly ForgeFile[]) =>
      Promise.resolve(new Map(files.map(({ path }) => [path, stored.get(path) ?? '']))),
  } as unknown as Forge;
  const holdUp = (): (() => void) => {
    const { promise, resolve } = Promise.withResolvers<undefined>();
    wait = promise.then(() => undefined);
    return () => {
      resolve(undefined);
    };
  };
  return { forge, holdUp };
};

test('what somebody else stores is seen, also if a save of one’s own overtakes the list', async () => {
  const stored = new Map([
    [harbour, 'one'],
    [market, 'one'],
  ]);
  const { forge, holdUp } = forgeWith(stored);
  const told: string[] = [];
  const files = await readPaper(
    { content: 'content/', folder: '' } as DeskSettings,
    forge,
    {
      put: (path, text) => {
        told.push(`${path}: ${String(text)}`);
        return Promise.resolve();
      },
      putPicture: () => Promise.resolve(),
    },
    () => undefined,
  );

  const goOn = holdUp();
  stored.set(market, 'theirs');
  const refreshed = files.refresh();
  stored.set(harbour, 'mine');
  await files.stored([{ path: harbour, version: 'mine', text: 'mine' }]);
  goOn();

  expect(await refreshed).toEqual([market]);
  expect(files.all.value.get(market)?.text).toBe('theirs');
  expect(files.all.value.get(harbour)?.text).toBe('mine');
  expect(told).toEqual([`${harbour}: mine`, `${market}: theirs`]);
});
