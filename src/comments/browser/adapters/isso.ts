import { language, server } from 'virtual:reply';
import type { Mount } from '../contract.ts';
import { element } from '../element.ts';
import { embed, headline, languageName } from '../embed.ts';
import { openSection } from '../section.ts';
import './isso.css';

/** Isso's own script, which draws its form and thread into the page itself. */
const mount: Mount = ({ room, thread, counted }) => {
  const own = element('section', { id: 'isso-thread' });
  own.setAttribute('data-isso-id', thread);
  own.setAttribute('data-title', headline());
  room.append(own);
  const ready = embed(room, `${server}/js/embed.min.js`, '.isso-postbox', {
    'data-isso': `${server}/`,
    // Its own stylesheet would not follow light and dark; ours is isso.css.
    'data-isso-css': 'false',
    'data-isso-lang': languageName(language),
  });
  const count = async (): Promise<void> => {
    await ready;
    const response = await fetch(`${server}/count`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify([thread]),
    });
    const [number] = (await response.json()) as [number];
    counted(number);
  };
  // Without a number, no count is shown.
  count().catch(() => undefined);
  return {
    ready,
    // The stylesheet adapts by itself.
    setTheme: () => undefined,
    destroy: () => {
      room.replaceChildren();
    },
  };
};

openSection(mount);
