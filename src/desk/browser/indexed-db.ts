const unnamed = (): Error => new Error('IndexedDB');

/** The result of a request (W3C IndexedDB 3.0). */
export const resultOf = <Result>(request: IDBRequest<Result>): Promise<Result> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => {
      resolve(request.result);
    };
    request.onerror = () => {
      reject(request.error ?? unnamed());
    };
  });

/** Waits until a change is written, not only accepted: what follows may be a crash. */
export const written = (transaction: IDBTransaction): Promise<void> =>
  new Promise((resolve, reject) => {
    transaction.oncomplete = () => {
      resolve();
    };
    transaction.onabort = () => {
      reject(transaction.error ?? unnamed());
    };
  });

/** Opens a database with one store, which is made the first time. */
export const openStore = (name: string, store: string): Promise<IDBDatabase> => {
  const request = indexedDB.open(name, 1);
  request.onupgradeneeded = () => {
    request.result.createObjectStore(store);
  };
  return resultOf(request);
};
