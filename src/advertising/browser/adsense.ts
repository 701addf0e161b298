import { client } from 'virtual:advertising';
import { fillSlots, runScript } from './slots.ts';

declare global {
  // AdSense defines this name.

  var adsbygoogle: object[] | undefined;
}

const source = 'https://pagead2.googlesyndication.com/pagead/js/adsbygoogle.js';

/** Google AdSense: an `ins` of the slot's size, which its script fills or marks as unfilled. */
fillSlots({
  ready: () => runScript(`${source}?client=${client}`),
  fill: (box, unit, empty) => {
    const { width, height } = box.getBoundingClientRect();
    const element = document.createElement('ins');
    element.className = 'adsbygoogle';
    Object.assign(element.style, {
      display: 'inline-block',
      width: `${String(width)}px`,
      height: `${String(height)}px`,
    });
    Object.assign(element.dataset, { adClient: client, adSlot: unit });
    const watch = new MutationObserver(() => {
      const { adStatus } = element.dataset;
      if (adStatus === undefined) return;
      watch.disconnect();
      if (adStatus === 'unfilled') empty();
    });
    watch.observe(element, { attributeFilter: ['data-ad-status'] });
    box.append(element);
    (globalThis.adsbygoogle ??= []).push({});
  },
});
