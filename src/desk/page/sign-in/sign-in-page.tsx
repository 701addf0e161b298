import { useSignal } from '@preact/signals';
import { SignInError } from '../../forge/sign-in-error.ts';
import type { SignIn } from '../../forge/sign-in.ts';
import type { DeskSettings } from '../../settings.ts';
import { publishWords } from '../../words/publish.ts';
import { signInWords } from '../../words/sign-in.ts';
import type { Desk } from '../desk.ts';
import { fillIn } from '../fill-in.ts';

/** Why somebody could not be signed in, in a sentence. */
export const signInSentence = (words: Desk['words'], error: unknown): string => {
  if (!(error instanceof SignInError)) return String(error);
  return words(signInWords)[error.fault];
};

/** Where an editor signs in to the forge that keeps the paper. */
export const SignInPage = ({
  settings,
  signIn,
  words,
  problem,
  signedIn,
}: {
  settings: DeskSettings;
  signIn: SignIn;
  words: Desk['words'];
  /** Why signing in was needed again, or failed. */
  problem?: string;
  signedIn: () => void;
}) => {
  const say = words(publishWords);
  const { backend, publication } = settings;
  const site = new URL(backend.site).host;
  const stays = useSignal(false);
  const token = useSignal('');
  const failed = useSignal(problem ?? '');
  const attempt = (way: Promise<void>): void => {
    way.then(signedIn, (error: unknown) => {
      failed.value = signInSentence(words, error);
    });
  };
  return (
    <main class="opening">
      <h1>{publication.name}</h1>
      <h2>{say.signIn}</h2>
      {failed.value !== '' && (
        <p class="notice error" role="alert">
          {failed.value}
        </p>
      )}
      <label class="check">
        <input
          type="checkbox"
          checked={stays.value}
          onChange={({ currentTarget }) => {
            stays.value = currentTarget.checked;
          }}
        />
        <span>{say.stays}</span>
      </label>
      {(['redirect', 'popup'] as const)
        .filter((way) => signIn.ways.includes(way))
        .map((way) => (
          <button
            key={way}
            type="button"
            class="button strong"
            onClick={() => {
              if (way === 'popup') attempt(signIn.byPopup(stays.value));
              else attempt(signIn.byRedirect(stays.value).then(() => new Promise(() => undefined)));
            }}
          >
            {fillIn(say.signInAt, { site })}
          </button>
        ))}
      {signIn.ways.includes('token') && (
        <form
          class="field"
          onSubmit={(event) => {
            event.preventDefault();
            if (token.value.trim() === '') return;
            signIn.withToken(token.value, stays.value);
            signedIn();
          }}
        >
          <label for="token">{say.token}</label>
          <input
            id="token"
            type="password"
            autocomplete="off"
            aria-describedby="token-hint"
            value={token.value}
            onInput={({ currentTarget }) => {
              token.value = currentTarget.value;
            }}
          />
          <p class="hint" id="token-hint">
            {fillIn(say.tokenHint, { repo: backend.repo })}{' '}
            {signIn.tokenPage !== undefined && (
              <a href={signIn.tokenPage} target="_blank" rel="noreferrer">
                {fillIn(say.makeToken, { site })}
              </a>
            )}
          </p>
          <button type="submit" class="button strong">
            {say.signIn}
          </button>
        </form>
      )}
    </main>
  );
};
