import { useSignalEffect, useSignal, type ReadonlySignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { ComponentChildren } from 'preact';
import { directionOf, type Language, languages } from '../../language/names.ts';
import { deskWords } from '../words/desk.ts';
import { publishWords } from '../words/publish.ts';
import type { Desk } from './desk.ts';
import { fileKindOf } from './file-kinds.ts';
import { fillIn } from './fill-in.ts';
import { hashOf, menu, type Route, type View } from './router.ts';

/** Names of languages in themselves, for the choice of one. */
const languageName = (language: Language): string =>
  new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language;

const entryOf = (view: View): View => (view === 'story' || view === 'new' ? 'stories' : view);

/** Whether a view has a page beside its form: there, the menu is folded to leave it the room. */
const isWriting = (desk: Desk, { view, path }: Route): boolean =>
  view === 'story' || view === 'front' || fileKindOf(desk.settings, path) === 'page';

/** Follows the language of the desk in the page's own attributes. */
const useDocumentLanguage = (desk: Desk): void => {
  useSignalEffect(() => {
    const language = desk.language.value;
    document.documentElement.lang = language;
    document.documentElement.dir = directionOf(language);
  });
};

/** Brings the keyboard and the screen to the top of a view that was just opened. */
const useFocusOnChange = (route: Route) => {
  const main = useRef<HTMLElement>(null);
  const isFirst = useRef(true);
  useEffect(() => {
    if (isFirst.current) {
      isFirst.current = false;
      return;
    }
    main.current?.focus();
    scrollTo(0, 0);
  }, [route.view, route.path]);
  return main;
};

/** What is around every view: masthead, navigation, messages. */
export const Shell = ({
  desk,
  route,
  message,
  children,
}: {
  desk: Desk;
  route: Route;
  message: ReadonlySignal<string>;
  children: ComponentChildren;
}) => {
  const say = desk.words(deskWords);
  const isOpen = useSignal(false);
  const main = useFocusOnChange(route);
  const menuButton = useRef<HTMLButtonElement>(null);
  useDocumentLanguage(desk);
  const { publication, front } = desk.settings;
  const licences = document.querySelector<HTMLLinkElement>('link[rel="license"]')?.href;
  return (
    <div
      class={isWriting(desk, route) ? 'desk writing' : 'desk'}
      onKeyDown={({ key }) => {
        if (key !== 'Escape' || !isOpen.value) return;
        isOpen.value = false;
        menuButton.current?.focus();
      }}
    >
      <a
        class="skip"
        href="#content"
        onClick={(event) => {
          event.preventDefault();
          main.current?.focus();
        }}
      >
        {say.skip}
      </a>
      <header class="masthead">
        <a class="paper-name" href={hashOf('stories')}>
          {publication.name}
        </a>
        <a class="button strong new-story" href={hashOf('new')}>
          {say.newStory}
        </a>
        <button
          type="button"
          class="button menu-button"
          ref={menuButton}
          aria-expanded={isOpen.value}
          aria-controls="menu"
          onClick={() => {
            isOpen.value = !isOpen.value;
          }}
        >
          {say.menu}
        </button>
      </header>
      <nav id="menu" class={isOpen.value ? 'menu open' : 'menu'} aria-label={say.navigation}>
        <ul>
          {menu.map((view) => (
            <li key={view}>
              <a
                href={hashOf(view)}
                aria-current={entryOf(route.view) === view ? 'page' : undefined}
                onClick={() => {
                  isOpen.value = false;
                }}
              >
                {say[view]}
              </a>
            </li>
          ))}
        </ul>
        <div class="menu-foot">
          <a href={front} target="_blank" rel="noreferrer">
            {say.readPaper}
          </a>
          {licences && (
            <a href={licences} target="_blank" rel="noreferrer">
              {say.licences}
            </a>
          )}
          <label>
            <span>{say.language}</span>
            <select
              value={desk.language.value}
              onChange={({ currentTarget }) => {
                desk.language.value =
                  languages.find((language) => language === currentTarget.value) ?? 'en';
              }}
            >
              {languages.map((language) => (
                <option key={language} value={language} lang={language}>
                  {languageName(language)}
                </option>
              ))}
            </select>
          </label>
          {desk.signOut && (
            <>
              <p>{fillIn(say.signedInAs, { name: desk.person.name || desk.person.login })}</p>
              <button type="button" class="button" onClick={desk.signOut}>
                {desk.words(publishWords).signOut}
              </button>
            </>
          )}
        </div>
      </nav>
      <main id="content" tabIndex={-1} ref={main}>
        {!desk.person.mayWrite && <p class="notice warning">{say.mayNotWrite}</p>}
        {children}
      </main>
      <div class="toasts" role="status" aria-live="polite">
        {message.value !== '' && <p class="toast">{message.value}</p>}
      </div>
    </div>
  );
};
