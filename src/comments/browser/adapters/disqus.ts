import { language, shortname } from 'virtual:reply';
import type { Mount } from '../contract.ts';
import { element } from '../element.ts';
import { embed, headline, languageName } from '../embed.ts';
import { openSection } from '../section.ts';
import { followTheme } from '../theme.ts';

interface Configuration {
  page: { url: string; identifier: string; title: string };
  language: string;
}

declare global {
  interface Window {
    disqus_config: (this: Configuration) => void;
    DISQUS?: { reset: (options: object) => void };
  }
}

/** Disqus' own script, which shows frames of disqus.com. It reports no count without tracking readers. */
const mount: Mount = ({ room, thread, address }) => {
  const config = function (this: Configuration): void {
    Object.assign(this.page, { url: address, identifier: thread, title: headline() });
    this.language = languageName(language);
  };
  window.disqus_config = config;
  room.append(element('div', { id: 'disqus_thread' }));
  return {
    ready: embed(room, `https://${shortname}.disqus.com/embed.js`, 'iframe', {
      'data-timestamp': String(Date.now()),
    }),
    // It reads light or dark from the page once, when it loads.
    setTheme: () => window.DISQUS?.reset({ reload: true, config }),
    destroy: () => {
      room.replaceChildren();
    },
  };
};

openSection(mount, followTheme);
