import { language, server, site } from 'virtual:reply';
import type { Mount, Theme } from '../contract.ts';
import { element } from '../element.ts';
import { embed, languageName } from '../embed.ts';
import { openSection } from '../section.ts';
import { followTheme, themeNow } from '../theme.ts';

declare global {
  interface Window {
    remark_config: object;
    REMARK42?: { changeTheme?: (theme: Theme) => void; destroy?: () => void };
  }
}

/** Remark42's own script, which shows a frame of its server. It identifies a thread by its full address. */
const mount: Mount = ({ room, thread, address, counted }) => {
  const url = new URL(thread, address).href;
  const name = languageName(language);
  window.remark_config = {
    host: server,
    site_id: site,
    url,
    theme: themeNow(),
    // It uses the country's code for Ukrainian.
    locale: name === 'uk' ? 'ua' : name,
    components: ['embed'],
  };
  room.append(element('div', { id: 'remark42' }));
  const ready = embed(room, `${server}/web/embed.mjs`, 'iframe', { type: 'module' });
  const count = async (): Promise<void> => {
    await ready;
    const query = new URLSearchParams({ site, url });
    const response = await fetch(`${server}/api/v1/count?${query.toString()}`);
    counted(((await response.json()) as { count: number }).count);
  };
  // Without a number, no count is shown.
  count().catch(() => undefined);
  return {
    ready,
    setTheme: (wanted) => window.REMARK42?.changeTheme?.(wanted),
    destroy: () => {
      window.REMARK42?.destroy?.();
      room.replaceChildren();
    },
  };
};

openSection(mount, followTheme);
