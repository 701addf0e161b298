const status = document.createElement('div');
status.role = 'status';
status.style.cssText =
  'position:fixed;z-index:9;inset:auto 1rem 1rem;text-align:center;pointer-events:none';

const noteStyle =
  'display:inline-block;padding:.75rem 1.25rem;border:1px solid;background:var(--ink);color:var(--paper);' +
  'font:600 .9375rem/1.4 var(--label);pointer-events:auto;overflow-wrap:anywhere';

let ends = 0;

/** Says a sentence to everybody: it is shown at the foot of the window for a while, and screen readers speak it. */
export const say = (...sentence: (string | Node)[]): void => {
  document.body.append(status);
  status.replaceChildren();
  clearTimeout(ends);
  // Screen readers speak what changes in an element that is already there.
  setTimeout(() => {
    const note = document.createElement('p');
    note.style.cssText = noteStyle;
    note.append(...sentence);
    status.replaceChildren(note);
  }, 99);
  ends = window.setTimeout(() => {
    status.replaceChildren();
  }, 9000);
};
