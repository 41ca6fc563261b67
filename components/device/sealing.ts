/** What was kept, and when it was written, in ms since 1970. */
export type Unsealed = Readonly<{ text: string; at: number }>;

const VECTOR_BYTES = 12;
const VERSION = "1";

/**
 * Encrypts a text so that it opens only with this key, under this name and with this time.
 * @returns "version.time.vector and cipher text in base64"
 */
export async function seal(key: CryptoKey, name: string, { text, at }: Unsealed): Promise<string> {
  const vector = crypto.getRandomValues(new Uint8Array(VECTOR_BYTES));
  const cipher = await crypto.subtle.encrypt(terms(vector, name, at), key, new TextEncoder().encode(text));
  const bytes = new Uint8Array(VECTOR_BYTES + cipher.byteLength);
  bytes.set(vector);
  bytes.set(new Uint8Array(cipher), VECTOR_BYTES);
  return `${VERSION}.${at}.${toBase64(bytes)}`;
}

/** Opens what `seal` made; null where key, name or content is another. */
export async function unseal(key: CryptoKey, name: string, sealed: string): Promise<Unsealed | null> {
  const at = sealedAt(sealed);
  if (at === null) return null;
  try {
    const bytes = Uint8Array.from(atob(sealed.split(".")[2] ?? ""), (char) => char.charCodeAt(0));
    const vector = bytes.slice(0, VECTOR_BYTES);
    const clear = await crypto.subtle.decrypt(terms(vector, name, at), key, bytes.slice(VECTOR_BYTES));
    return { text: new TextDecoder().decode(clear), at };
  } catch {
    return null;
  }
}

/** When it was written, which needs no key; null where it isn't sealed. */
export function sealedAt(sealed: string): number | null {
  const [version, at, rest] = sealed.split(".");
  return version === VERSION && at && rest && /^\d+$/.test(at) ? Number(at) : null;
}

function terms(vector: Uint8Array<ArrayBuffer>, name: string, at: number) {
  return { name: "AES-GCM", iv: vector, additionalData: new TextEncoder().encode(`${name} ${at}`) };
}

/** As many bytes at once as a function takes arguments everywhere. */
const CHUNK = 8_192;

function toBase64(bytes: Uint8Array): string {
  let text = "";
  for (let at = 0; at < bytes.length; at += CHUNK) text += String.fromCharCode(...bytes.subarray(at, at + CHUNK));
  return btoa(text);
}
