import { client } from 'virtual:advertising';
import { fillSlots, runScript } from './slots.ts';

declare global {
  // The name is AdSense's.

  var adsbygoogle: object[] | undefined;
}

const source = 'https://pagead2.googlesyndication.com/pagead/js/adsbygoogle.js';

/** Google AdSense: an `ins` of the slot's own size, which its script fills or marks as unfilled. */
fillSlots({
  ready: () => runScript(`${source}?client=${client}`),
  fill: (box, unit, empty) => {
    const { width, height } = box.getBoundingClientRect();
    const place = document.createElement('ins');
    place.className = 'adsbygoogle';
    Object.assign(place.style, {
      display: 'inline-block',
      width: `${String(width)}px`,
      height: `${String(height)}px`,
    });
    Object.assign(place.dataset, { adClient: client, adSlot: unit });
    const watch = new MutationObserver(() => {
      const { adStatus } = place.dataset;
      if (adStatus === undefined) return;
      watch.disconnect();
      if (adStatus === 'unfilled') empty();
    });
    watch.observe(place, { attributeFilter: ['data-ad-status'] });
    box.append(place);
    (globalThis.adsbygoogle ??= []).push({});
  },
});
