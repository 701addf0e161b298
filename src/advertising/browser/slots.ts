/** How an advertising network fills slots. */
export interface Network {
  /** Loads the network's script; rejects if it is blocked or does not load. */
  ready: () => Promise<unknown>;
  /** Fills a slot's box; calls `empty` if there is nothing to show. */
  fill: (box: HTMLElement, unit: string, empty: () => void) => void;
}

/** How far below the viewport slots are filled: about one screen on a phone. */
const near = '600px';

/** Closes an empty slot once it is below the viewport, so that nothing moves while it is read. */
const closeUnseen = (slot: HTMLElement): void => {
  const watch = new IntersectionObserver((entries) => {
    const last = entries.at(-1);
    if (!last || last.isIntersecting || last.boundingClientRect.top < innerHeight) return;
    slot.hidden = true;
    watch.disconnect();
  });
  watch.observe(slot);
};

/** Fills the slots of a page as they come near the viewport. Those that stay empty, or are blocked, close. */
export const fillSlots = ({ ready, fill }: Network): void => {
  const slots = [...document.querySelectorAll<HTMLElement>('[data-slot][data-unit]')];
  let started: Promise<unknown> | undefined;
  const watch = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) {
        if (!isIntersecting) continue;
        watch.unobserve(target);
        const slot = target as HTMLElement;
        const box = slot.querySelector<HTMLElement>('[data-slot-room]');
        const empty = (): void => {
          closeUnseen(slot);
        };
        started ??= ready();
        started.then(() => {
          if (box) fill(box, slot.dataset['unit'] ?? '', empty);
        }, empty);
      }
    },
    { rootMargin: near },
  );
  for (const slot of slots) watch.observe(slot);
};

/** Runs a network's script; rejects if it is blocked or does not load within eight seconds. */
export const runScript = (src: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = src;
    script.async = true;
    script.crossOrigin = 'anonymous';
    script.addEventListener('load', () => {
      resolve();
    });
    script.addEventListener('error', reject);
    setTimeout(reject, 8000);
    document.head.append(script);
  });
