import { words } from 'virtual:feature';
import { whenAsked } from './asked.ts';
import { say } from './say.ts';

whenAsked('copy', () => {
  const url = location.href.replace(/#.*/, '');
  void (async () => {
    try {
      await navigator.clipboard.writeText(url);
      say(words.done);
    } catch {
      say(`${words.failed} ${url}`);
    }
  })();
});
