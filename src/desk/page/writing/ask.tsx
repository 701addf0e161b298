import type { Signal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';

/**
 * A dialog that asks for something. Escape and Cancel close it; the keyboard goes back to where it was.
 * @param onSubmit what to do with the answers; the dialog stays open until the caller takes it away
 */
export const AskDialog = ({
  title,
  submit,
  cancel,
  isBusy = false,
  onSubmit,
  onClose,
  children,
}: {
  title: string;
  /** Left out where an answer closes the dialog by itself. */
  submit?: string;
  cancel: string;
  isBusy?: boolean;
  onSubmit?: () => void;
  onClose: () => void;
  children: ComponentChildren;
}) => {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  useEffect(() => {
    const before = document.activeElement;
    dialog.current?.showModal();
    return () => {
      if (before instanceof HTMLElement) before.focus({ preventScroll: true });
    };
  }, []);
  return (
    <dialog class="ask" ref={dialog} aria-labelledby={heading} onClose={onClose}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (!isBusy) onSubmit?.();
        }}
      >
        <h2 id={heading}>{title}</h2>
        <div class="ask-fields">{children}</div>
        <div class="buttons">
          {submit !== undefined && (
            <button class="button strong" disabled={isBusy}>
              {submit}
            </button>
          )}
          <button type="button" class="button" onClick={onClose}>
            {cancel}
          </button>
        </div>
      </form>
    </dialog>
  );
};

/** A field of such a dialog: one line, or several. */
export const AskField = ({
  label,
  value,
  hint,
  error,
  rows,
  mode,
  onInput,
}: {
  label: string;
  value: Signal<string>;
  hint?: string;
  /** What is wrong with it, once somebody has tried to go on. */
  error?: string | undefined;
  /** How many lines it shows, if it may have several. */
  rows?: number;
  /** The keyboard that a phone shows for it. */
  mode?: 'url' | 'numeric';
  onInput?: () => void;
}) => {
  const id = useId();
  const shared = {
    id,
    value: value.value,
    'aria-describedby':
      [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined,
    'aria-invalid': error ? ('true' as const) : undefined,
    onInput: ({ currentTarget }: { currentTarget: HTMLInputElement | HTMLTextAreaElement }) => {
      value.value = currentTarget.value;
      onInput?.();
    },
  };
  return (
    <div class="ask-field">
      <label for={id}>{label}</label>
      {hint && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {rows === undefined ? (
        <input type="text" inputMode={mode} dir="auto" {...shared} />
      ) : (
        <textarea rows={rows} dir="auto" {...shared} />
      )}
      {error && (
        <p class="wrong" id={`${id}-error`} role="alert">
          {error}
        </p>
      )}
    </div>
  );
};
