/** What signs an editor in. */
export interface KeptToken {
  token: string;
  /** Gets the next token, if this one ends. */
  refresh?: string;
  /** When it ends, in milliseconds. */
  ends?: number;
}

/** Where the token of one desk is kept: until the tab is closed, or on this device if the editor asked for that. */
export interface TokenStore {
  read: () => KeptToken | undefined;
  /** @param isToStay whether to stay signed in on this device; if left out, as before */
  write: (kept: KeptToken, isToStay?: boolean) => void;
  /** Whether the token is kept on this device. */
  stays: () => boolean;
  forget: () => void;
}

/** A browser may refuse storage altogether. */
const attempt = <Result>(task: () => Result): Result | undefined => {
  try {
    return task();
  } catch {
    return undefined;
  }
};

const asToken = (text: string | null | undefined): KeptToken | undefined => {
  const value = attempt(() => JSON.parse(text ?? 'null') as Partial<KeptToken> | null);
  return typeof value?.token === 'string' ? (value as KeptToken) : undefined;
};

/**
 * @param key names the forge and the repository, so that desks on one origin do not mix up their tokens
 * @param browser the window
 */
export const tokenStore = (
  key: string,
  browser: { readonly sessionStorage: Storage; readonly localStorage: Storage },
): TokenStore => {
  const ofTab = (): Storage => browser.sessionStorage;
  const ofDevice = (): Storage => browser.localStorage;
  const readFrom = (storage: () => Storage): KeptToken | undefined =>
    asToken(attempt(() => storage().getItem(key)));
  /** Where storage is refused, the token lives as long as the page. */
  let inPage: KeptToken | undefined;
  const stays = (): boolean => readFrom(ofDevice) !== undefined;

  return {
    read: () => readFrom(ofTab) ?? readFrom(ofDevice) ?? inPage,
    stays,
    write: (kept, isToStay = stays()) => {
      const [storage, other] = isToStay ? [ofDevice, ofTab] : [ofTab, ofDevice];
      attempt(() => {
        other().removeItem(key);
      });
      inPage = kept;
      attempt(() => {
        storage().setItem(key, JSON.stringify(kept));
        inPage = undefined;
      });
    },
    forget: () => {
      inPage = undefined;
      for (const storage of [ofTab, ofDevice]) {
        attempt(() => {
          storage().removeItem(key);
        });
      }
    },
  };
};
