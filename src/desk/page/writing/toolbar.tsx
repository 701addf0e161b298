import { useRef } from 'preact/hooks';

/** A button of the toolbar. */
export interface Tool {
  name: string;
  label: string;
  /** Shown instead of the label, where a sign says enough. */
  sign?: string;
  /** The keys that do the same, as ARIA writes them: `Control+B`. */
  keys?: string;
  /** Only where people touch the screen. */
  isForTouch?: boolean;
  use: () => void;
}

const step = (key: string, isRightToLeft: boolean): number => {
  if (key === 'ArrowRight') return isRightToLeft ? -1 : 1;
  if (key === 'ArrowLeft') return isRightToLeft ? 1 : -1;
  return 0;
};

/** A toolbar (ARIA Authoring Practices): one stop of the Tab key; arrows, Home and End go from button to button. */
export const Toolbar = ({
  label,
  controls,
  groups,
}: {
  label: string;
  /** The id of what it works on. */
  controls: string;
  groups: readonly (readonly Tool[])[];
}) => {
  const bar = useRef<HTMLDivElement>(null);
  const buttons = (): HTMLButtonElement[] =>
    Array.from(bar.current?.querySelectorAll('button') ?? []).filter(
      (button) => button.offsetParent !== null,
    );
  const stopAt = (button: HTMLButtonElement): void => {
    for (const one of buttons()) one.tabIndex = one === button ? 0 : -1;
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const all = buttons();
    const at = all.indexOf(document.activeElement as HTMLButtonElement);
    const isRightToLeft = bar.current !== null && getComputedStyle(bar.current).direction === 'rtl';
    const by = step(event.key, isRightToLeft);
    const next =
      event.key === 'Home'
        ? all[0]
        : event.key === 'End'
          ? all.at(-1)
          : all[(at + by + all.length) % all.length];
    if (next === undefined || (by === 0 && !['Home', 'End'].includes(event.key))) return;
    event.preventDefault();
    next.focus();
  };
  return (
    <div
      class="toolbar"
      role="toolbar"
      ref={bar}
      aria-label={label}
      aria-controls={controls}
      onKeyDown={onKeyDown}
    >
      {groups.map((tools, group) => (
        <div class="tools" key={group}>
          {tools.map((tool, number) => (
            <button
              key={tool.name}
              type="button"
              class={`tool tool-${tool.name}${tool.isForTouch ? ' for-touch' : ''}`}
              tabIndex={group + number === 0 ? 0 : -1}
              aria-label={tool.sign && tool.label}
              title={tool.sign && tool.label}
              aria-keyshortcuts={tool.keys}
              onFocus={({ currentTarget }) => {
                stopAt(currentTarget);
              }}
              onClick={tool.use}
            >
              {tool.sign ?? tool.label}
            </button>
          ))}
        </div>
      ))}
    </div>
  );
};
