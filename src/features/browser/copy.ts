import { words } from 'virtual:feature';
import { whenAsked } from './asked.ts';
import { say } from './say.ts';

whenAsked('copy', (button) => {
  const { copy, copied } = button.dataset;
  // The text of a field on the page, or the link to the page.
  const field = copy === undefined ? null : document.getElementById(copy);
  const url = location.href.replace(/#.*/, '');
  void (async () => {
    try {
      await navigator.clipboard.writeText(field instanceof HTMLTextAreaElement ? field.value : url);
      say(copied ?? words.done);
    } catch {
      // What cannot be copied for the reader is marked, so that one key copies it.
      if (field instanceof HTMLTextAreaElement) field.select();
      else say(`${words.failed} ${url}`);
    }
  })();
});
