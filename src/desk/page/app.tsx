import { type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { render } from 'preact';
import { type Forge, ForgeError } from '../forge/forge.ts';
import type { PaperModel } from '../paper/paper-model.ts';
import type { DeskSettings } from '../settings.ts';
import type { Desk } from './desk.ts';
import { chooseLanguage, openDesk, wordsIn } from './open-desk.ts';
import { Opening, type OpeningState } from './opening.tsx';
import { followAddress, type Route } from './router.ts';
import { sentenceOf } from './sentence-of.ts';
import { Shell } from './shell.tsx';
import { ViewOf } from './view-of.tsx';

const messageStays = 8000;

/** A message for everybody, which goes away by itself. */
const createMessage = (): [ReadonlySignal<string>, Desk['notify']] => {
  const message = signal('');
  let goes: ReturnType<typeof setTimeout> | undefined;
  return [
    message,
    (sentence) => {
      clearTimeout(goes);
      message.value = sentence;
      goes = setTimeout(() => {
        message.value = '';
      }, messageStays);
    },
  ];
};

const App = ({
  desk,
  route,
  message,
}: {
  desk: Desk;
  route: ReadonlySignal<Route>;
  message: ReadonlySignal<string>;
}) => (
  <Shell desk={desk} route={route.value} message={message}>
    <ViewOf desk={desk} route={route.value} />
  </Shell>
);

const OpeningApp = ({
  state,
  words,
  paper,
}: {
  state: Signal<OpeningState>;
  words: Desk['words'];
  paper: string;
}) => <Opening state={state.value} words={words} paper={paper} />;

/**
 * Opens a paper in the page: its progress, then the desk, or a sentence that says why not.
 * @param place the element that the desk fills
 */
export const startDesk = async (
  place: Element,
  settings: DeskSettings,
  forge: Forge,
  model: PaperModel,
): Promise<Desk | undefined> => {
  const { name, language: ofPaper } = settings.publication;
  const language = chooseLanguage(ofPaper);
  const words = wordsIn(language);
  const state = signal<OpeningState>({ name: 'opening', done: 0, of: 0 });
  const [message, notify] = createMessage();
  const route = followAddress();
  render(<OpeningApp state={state} words={words} paper={name} />, place);
  try {
    const desk = await openDesk({ settings, forge, model, notify, language, words }, (done, of) => {
      state.value = { name: 'opening', done, of };
    });
    render(<App desk={desk} route={route} message={message} />, place);
    return desk;
  } catch (error) {
    state.value = {
      name: 'failed',
      sentence:
        error instanceof ForgeError ? sentenceOf({ words, language }, error.fault) : String(error),
    };
    return undefined;
  }
};
