import { fillSlots, runScript } from './slots.ts';

interface Slot {
  addService: (service: object) => Slot;
}
interface PubAds {
  setForceSafeFrame: (force: boolean) => void;
  addEventListener: (
    event: 'slotRenderEnded',
    listener: (event: { isEmpty: boolean; slot: Slot }) => void,
  ) => void;
}
interface GoogleTag {
  cmd: { push: (command: () => void) => void };
  defineSlot: (unit: string, size: [number, number], id: string) => Slot | null;
  pubads: () => PubAds;
  enableServices: () => void;
  display: (id: string) => void;
}
declare global {
  // Google defines this name.

  var googletag: GoogleTag | undefined;
}

const source = 'https://securepubads.g.doubleclick.net/tag/js/gpt.js';
const empties = new Map<Slot, () => void>();
let count = 0;

/** Google Ad Manager's publisher tag. Each slot is a frame from another origin, which cannot reach the page. */
fillSlots({
  ready: async () => {
    await runScript(source);
    googletag?.cmd.push(() => {
      const service = googletag?.pubads();
      service?.setForceSafeFrame(true);
      service?.addEventListener('slotRenderEnded', ({ isEmpty, slot }) => {
        if (isEmpty) empties.get(slot)?.();
      });
      googletag?.enableServices();
    });
  },
  fill: (box, unit, empty) => {
    count += 1;
    box.id = `slot-${String(count)}`;
    const { width, height } = box.getBoundingClientRect();
    googletag?.cmd.push(() => {
      const size: [number, number] = [Math.round(width), Math.round(height)];
      const slot = googletag?.defineSlot(unit, size, box.id);
      const service = googletag?.pubads();
      if (!slot || !service) {
        empty();
        return;
      }
      empties.set(slot, empty);
      slot.addService(service);
      googletag?.display(box.id);
    });
  },
});
