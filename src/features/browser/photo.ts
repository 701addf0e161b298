import { words } from 'virtual:feature';
import { whenAsked } from './asked.ts';

const sheet = new CSSStyleSheet();
sheet.replaceSync(`
.photo{inline-size:100%;block-size:100%;max-inline-size:none;max-block-size:none;padding:0;border:0;background:#000;color:#fff}
.photo[open]{display:grid;grid-template:minmax(0,1fr) auto/1fr auto auto auto;align-items:center}
.photo img{grid-column:1/-1;inline-size:100%;block-size:100%;object-fit:contain}
.photo p{padding:.75rem 1rem;font:.875rem/1.4 var(--label)}
.photo button{inline-size:3rem;block-size:3rem;border:0;background:0;color:inherit;font:1.5rem var(--label);cursor:pointer}`);
document.adoptedStyleSheets.push(sheet);

const make = <Name extends keyof HTMLElementTagNameMap>(name: Name, more: object) =>
  Object.assign(document.createElement(name), more);

const forth = document.dir === 'rtl' ? -1 : 1;
let links: HTMLAnchorElement[] = [];
let at = 0;

const picture = make('img', {});
const caption = make('p', { ariaLive: 'polite' });

/** Shows the picture so many further on, beginning again after the last. */
const go = (by: number): void => {
  at = (at + by + links.length) % links.length;
  const link = links[at];
  picture.src = link?.href ?? '';
  picture.alt = link?.querySelector('img')?.alt ?? '';
  dialog.ariaLabel = picture.alt;
  caption.textContent = link?.closest('figure')?.querySelector('figcaption')?.innerText ?? '';
};
const button = (sign: string, name: string, onclick: () => void) =>
  make('button', { textContent: sign, ariaLabel: name, onclick });

const more = [
  button(forth > 0 ? '←' : '→', words.previous, () => {
    go(-1);
  }),
  button(forth > 0 ? '→' : '←', words.next, () => {
    go(1);
  }),
];
const dialog: HTMLDialogElement = make('dialog', {
  className: 'photo',
  onkeydown: ({ key }: KeyboardEvent) => {
    if (key === 'ArrowRight') go(forth);
    if (key === 'ArrowLeft') go(-forth);
  },
});
const close = button('×', words.close, () => {
  dialog.close();
});
picture.onclick = close.onclick;
dialog.append(picture, caption, ...more, close);
document.body.append(dialog);

whenAsked('photo', (link, event) => {
  event.preventDefault();
  links = [...document.querySelectorAll<HTMLAnchorElement>('[data-feature=photo]')];
  at = links.indexOf(link as HTMLAnchorElement);
  for (const one of more) one.hidden = links.length < 2;
  go(0);
  dialog.showModal();
  close.focus();
});
