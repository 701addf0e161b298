import { type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { type Forge, ForgeError, type ForgeFault } from '../forge/forge.ts';
import { openForge } from '../forge/open-forge.ts';
import { createSignIn, type SignIn } from '../forge/sign-in.ts';
import type { PaperModel } from '../paper/paper-model.ts';
import type { DeskSettings } from '../settings.ts';
import { deskWords } from '../words/desk.ts';
import type { Desk } from './desk.ts';
import { fillIn } from './fill-in.ts';
import { followChanges } from './follow-changes.ts';
import { localDesk } from './local-desk.ts';
import { chooseLanguage, openDesk, wordsIn } from './open-desk.ts';
import { Opening } from './opening.tsx';
import { followAddress, type Route } from './router.ts';
import { sentenceOf } from './sentence-of.ts';
import { Shell } from './shell.tsx';
import { SignInPage, signInSentence } from './sign-in/sign-in-page.tsx';
import { ViewOf } from './view-of.tsx';

/** How far the desk has come. */
type Stage =
  | { name: 'opening'; done: number; of: number }
  | { name: 'sign-in'; problem?: string }
  | { name: 'failed'; sentence: string }
  | { name: 'open'; desk: Desk };

/** What the page shows, and follows. */
export interface Running {
  settings: DeskSettings;
  signIn: SignIn;
  words: Desk['words'];
  stage: ReadonlySignal<Stage>;
  route: ReadonlySignal<Route>;
  message: ReadonlySignal<string>;
  open: () => void;
}

/** Whether another account or token may help: forges say of what somebody may not see that it is not there. */
const isRefusal = ({ kind }: ForgeFault): boolean => kind === 'forbidden' || kind === 'other';

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

/** Signs out, and lets go of everything that this page has read. */
const leave = async (signIn: SignIn, isLeaving: Signal<boolean>): Promise<void> => {
  isLeaving.value = true;
  await signIn.signOut();
  location.reload();
};

/** Begins: signs in if that is needed, then opens the paper. */
export const runDesk = (settings: DeskSettings, model: PaperModel): Running => {
  const language = chooseLanguage(settings.publication.language);
  const words = wordsIn(language);
  const [message, notify] = createMessage();
  const stage = signal<Stage>({ name: 'opening', done: 0, of: 0 });
  const signIn = createSignIn(settings.backend);
  const isLocal = settings.backend.name === 'local';

  const fail = (error: unknown): void => {
    const isSignedOut = error instanceof ForgeError && error.fault.kind === 'signed-out';
    const sentence =
      error instanceof ForgeError
        ? sentenceOf({ words, language, settings }, error.fault)
        : String(error);
    if (isSignedOut && !isLocal) {
      stage.value = { name: 'sign-in', problem: sentence };
    } else if (!isLocal && error instanceof ForgeError && isRefusal(error.fault)) {
      const { repo } = settings.backend;
      const problem = fillIn(words(deskWords).cannotRead, { repo, why: sentence });
      stage.value = { name: 'sign-in', problem };
    } else stage.value = { name: 'failed', sentence };
  };

  const open = async (): Promise<void> => {
    if (!signIn.isSignedIn() && !isLocal) {
      stage.value = { name: 'sign-in' };
      return;
    }
    stage.value = { name: 'opening', done: 0, of: 0 };
    const token = (): Promise<string> => signIn.token();
    const forge: Forge = openForge(settings, token, signIn.stays());
    const isLeaving = signal(false);
    const here = isLocal
      ? { local: localDesk(token) }
      : { signOut: () => void leave(signIn, isLeaving) };
    const given = { settings, forge, model, notify, language, words, isLeaving, ...here };
    const desk = await openDesk(given, (done, of) => {
      stage.value = { name: 'opening', done, of };
    });
    stage.value = { name: 'open', desk };
    followChanges(desk);
  };

  if (isLocal) {
    // Where the page is open already, a browser only changes the fragment of the address that a new start printed.
    addEventListener('hashchange', ({ oldURL }) => {
      if (!signIn.takeFromAddress()) return;
      history.replaceState(null, '', oldURL);
      if (stage.value.name !== 'open') open().catch(fail);
    });
  }
  void signIn.begin().then(
    () => open().catch(fail),
    (error: unknown) => {
      stage.value = { name: 'sign-in', problem: signInSentence(words, error) };
    },
  );
  return {
    settings,
    signIn,
    words,
    stage,
    // What signing in put into the address names no view.
    route: followAddress(),
    message,
    open: () => {
      open().catch(fail);
    },
  };
};

/** The desk, from its first moment. */
export const App = ({ settings, signIn, words, stage, route, message, open }: Running) => {
  const now = stage.value;
  switch (now.name) {
    case 'open':
      return (
        <Shell desk={now.desk} route={route.value} message={message}>
          <ViewOf desk={now.desk} route={route.value} />
        </Shell>
      );
    case 'sign-in':
      return (
        <SignInPage
          settings={settings}
          signIn={signIn}
          words={words}
          signedIn={open}
          {...(now.problem !== undefined && { problem: now.problem })}
        />
      );
    case 'opening':
    case 'failed':
      return <Opening state={now} words={words} paper={settings.publication.name} />;
  }
};
