import { useEffect, useRef } from 'preact/hooks';

/**
 * Shows frames at a width of their own, made smaller where there is less room.
 * @param width in CSS pixels
 * @returns for the element around the frames, which CSS scales by `--scale`
 */
export const useScale = (width: number) => {
  const around = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = around.current;
    if (!element) return undefined;
    const fit = (): void => {
      const scale = Math.min(1, element.clientWidth / width);
      element.style.setProperty('--scale', String(scale));
      element.style.setProperty('--width', `${width}px`);
    };
    fit();
    const observer = new ResizeObserver(fit);
    observer.observe(element);
    return () => {
      observer.disconnect();
    };
  }, [width]);
  return around;
};
