const DATABASE = "plumbline";
const STORE = "keys";

/**
 * The key of an account on this device, made when it is first asked for. It can't be exported, and it never leaves the
 * browser.
 * @throws where the browser keeps nothing here
 */
export async function deviceKey(account: string): Promise<CryptoKey> {
  const made = await crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
  return inStore((store, resolve) => {
    const known = store.get(account);
    known.onsuccess = () => {
      // Two tabs may begin at once: whoever comes second takes the first one's.
      if (!known.result) store.put(made, account);
      resolve(known.result ?? made);
    };
  });
}

/** Takes the key away: what was sealed with it can never be read again. */
export function forgetDeviceKey(account: string): Promise<void> {
  return inStore((store, resolve) => {
    store.delete(account);
    resolve();
  });
}

function inStore<T>(work: (store: IDBObjectStore, resolve: (value: T) => void) => void): Promise<T> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(DATABASE, 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore(STORE);
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const database = opening.result;
      const transaction = database.transaction(STORE, "readwrite");
      let value: T;
      work(transaction.objectStore(STORE), (found) => {
        value = found;
      });
      // Only then it is there for the next page too.
      transaction.oncomplete = () => {
        database.close();
        resolve(value);
      };
      transaction.onerror = () => reject(transaction.error);
      transaction.onabort = () => reject(transaction.error);
    };
  });
}
