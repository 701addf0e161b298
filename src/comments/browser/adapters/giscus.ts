import { category, categoryId, language, repository, repositoryId } from 'virtual:reply';
import type { Mount } from '../contract.ts';
import { element } from '../element.ts';
import { embed, languageName } from '../embed.ts';
import { openSection } from '../section.ts';
import { followTheme, themeNow } from '../theme.ts';

const origin = 'https://giscus.app';

interface Message {
  giscus?: { discussion?: { totalCommentCount: number; totalReplyCount: number } };
}

/** giscus' own script, which shows a frame of giscus.app. A thread is the discussion of that title. */
const mount: Mount = ({ room, thread, counted }) => {
  const listening = new AbortController();
  addEventListener(
    'message',
    ({ origin: from, data }: MessageEvent<Message | undefined>) => {
      const discussion = from === origin ? data?.giscus?.discussion : undefined;
      if (discussion) counted(discussion.totalCommentCount + discussion.totalReplyCount);
    },
    { signal: listening.signal },
  );
  room.append(element('div', { className: 'giscus' }));
  return {
    ready: embed(room, `${origin}/client.js`, 'iframe', {
      'data-repo': repository,
      'data-repo-id': repositoryId,
      'data-category': category,
      'data-category-id': categoryId,
      'data-mapping': 'specific',
      'data-term': thread,
      // Match the exact title, not similar ones.
      'data-strict': '1',
      'data-reactions-enabled': '0',
      'data-emit-metadata': '1',
      'data-input-position': 'top',
      'data-theme': themeNow(),
      'data-lang': languageName(language),
      crossorigin: 'anonymous',
    }),
    setTheme: (wanted) => {
      const frame = room.querySelector('iframe');
      const tell = (): void => {
        frame?.contentWindow?.postMessage({ giscus: { setConfig: { theme: wanted } } }, origin);
      };
      // A frame that is still loading does not listen yet.
      if (frame?.matches('.giscus-frame--loading')) frame.addEventListener('load', tell);
      else tell();
    },
    destroy: () => {
      listening.abort();
      room.replaceChildren();
    },
  };
};

openSection(mount, followTheme);
