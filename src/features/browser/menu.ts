import { links, words } from 'virtual:feature';
import { make } from '../../make-element.ts';
import style from '../../styles/rare/menu.css?inline';
import { whenAsked } from './asked.ts';

const sheet = new CSSStyleSheet();
sheet.replaceSync(style);
document.adoptedStyleSheets.push(sheet);

// A story has no menu of its own, to stay small: its sections are those at the end of the page.
const sections = document.querySelector('#sections ul')?.cloneNode(true) ?? '';
const menu = make('nav', { className: 'menu', popover: 'auto', ariaLabel: words.menu });
const close = make('button', {
  type: 'button',
  className: 'label',
  textContent: words.close,
  onclick: () => {
    menu.hidePopover();
  },
});
const more = links.map(([href, textContent]) => make('li', {}, make('a', { href, textContent })));
menu.append(close, sections, make('ul', {}, ...more));

whenAsked('menu', (link, event) => {
  event.preventDefault();
  link.closest('header')?.append(menu);
  link.role = 'button';
  menu.ontoggle = ({ newState }) => {
    link.ariaExpanded = String(newState === 'open');
  };
  menu.showPopover();
  close.focus();
});
