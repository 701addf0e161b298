import { SignInError } from './sign-in-error.ts';

/** The parts of a window that a sign-in through a proxy needs. */
export interface PopupBrowser {
  open: (
    address: string,
    name: string,
    features: string,
  ) => Pick<Window, 'closed' | 'close' | 'postMessage'> | null;
  addEventListener: (name: 'message', listener: (event: MessageEvent) => void) => void;
  removeEventListener: (name: 'message', listener: (event: MessageEvent) => void) => void;
}

const greeting = 'authorizing:github';
const answerFrom = /^authorization:github:(success|error):(.*)$/s;

const tokenIn = (text: string): string | undefined => {
  try {
    const { token } = JSON.parse(text) as { token?: unknown };
    return typeof token === 'string' && token !== '' ? token : undefined;
  } catch {
    return undefined;
  }
};

/**
 * Signs in at GitHub through an OAuth proxy, in the messages of Decap CMS's: the proxy's window greets, is greeted back,
 * and then says the token. Only messages of that window, from the proxy's origin, count.
 * @throws {SignInError}
 */
export const signInByPopup = (
  proxy: string,
  site: string,
  browser: PopupBrowser,
): Promise<string> => {
  const { origin } = new URL(proxy);
  const query = new URLSearchParams({
    provider: 'github',
    site_id: new URL(site).host,
    scope: 'repo',
  });
  // The name is new each time, so that no other page can have such a window open already.
  const popup = browser.open(
    `${proxy}/auth?${query.toString()}`,
    crypto.randomUUID(),
    'popup,width=600,height=720',
  );
  if (!popup) return Promise.reject(new SignInError('blocked'));

  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const hear = (event: MessageEvent): void => {
    if (event.origin !== origin || event.source !== popup) return;
    if (event.data === greeting) {
      popup.postMessage(greeting, { targetOrigin: origin });
      return;
    }
    const [, outcome, said = ''] = answerFrom.exec(String(event.data)) ?? [];
    if (outcome === undefined) return;
    const token = outcome === 'success' ? tokenIn(said) : undefined;
    if (token === undefined) reject(new SignInError('refused'));
    else resolve(token);
  };
  browser.addEventListener('message', hear);
  const watch = setInterval(() => {
    if (popup.closed) reject(new SignInError('closed'));
  }, 500);
  return promise.finally(() => {
    clearInterval(watch);
    browser.removeEventListener('message', hear);
    popup.close();
  });
};
