import { useRef } from 'preact/hooks';
import type { ComponentChildren } from 'preact';
import { deskWords } from '../words/desk.ts';
import type { Desk } from './desk.ts';

/** A button for what cannot be taken back, which asks first. */
export const Sure = ({
  desk,
  label,
  question,
  act,
  children,
}: {
  desk: Desk;
  label: string;
  question: string;
  act: () => unknown;
  /** What is at stake, in the question. */
  children?: ComponentChildren;
}) => {
  const dialog = useRef<HTMLDialogElement>(null);
  return (
    <>
      <button type="button" class="button danger" onClick={() => dialog.current?.showModal()}>
        {label}
      </button>
      <dialog ref={dialog} aria-label={label}>
        <p>{question}</p>
        {children}
        <div class="buttons">
          <button
            type="button"
            class="button danger"
            onClick={() => {
              dialog.current?.close();
              act();
            }}
          >
            {label}
          </button>
          <button type="button" class="button" onClick={() => dialog.current?.close()}>
            {desk.words(deskWords).cancel}
          </button>
        </div>
      </dialog>
    </>
  );
};
