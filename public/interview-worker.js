// Keeps an interview's page and its files on the device, so that it opens again without a connection. Nothing else of the
// application passes here: the scope is /interview/. Answers that wait are the page's own affair. A page holds what was
// said: it is sealed with a key that can't be exported, under a hash of its address, which is a secret too, and goes after
// 30 days. The files are the application's own and the same for everybody.
const PAGES = "plumbline-interview-sealed";
const FILES = "plumbline-interview-files";
const DATABASE = "plumbline";
const STORE = "keys";
const ACCOUNT = "interview-pages";
const KEPT_MS = 30 * 86_400_000;

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(Promise.all([self.clients.claim(), sweep()])));

self.addEventListener("message", (event) => {
  const { data } = event;
  if (data === "forget") event.waitUntil(Promise.all([caches.delete(PAGES), caches.delete(FILES), forgetKey()]));
  // The page that brought this worker came before it: it names itself and its files.
  if (data?.page)
    event.waitUntil(Promise.all([page(new Request(data.page)), ...data.files.map((name) => file(new Request(name)))]));
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const address = new URL(request.url);
  if (request.method !== "GET" || address.origin !== self.location.origin) return;
  if (request.mode === "navigate" && address.pathname.startsWith("/interview/")) event.respondWith(page(request));
  else if (address.pathname.startsWith("/_next/static/")) event.respondWith(file(request));
});

/** From the server while it answers; a refusal is shown as it is and ends what is kept. */
async function page(request) {
  try {
    const response = await fetch(request);
    const copy = response.clone();
    try {
      if (response.ok) await keepPage(request, copy);
      else if (response.status < 500) await (await caches.open(PAGES)).delete(await nameOf(request));
    } catch {
      // A device that can't keep it shows it all the same.
    }
    return response;
  } catch (error) {
    const before = await keptPage(request);
    if (before) return before;
    throw error;
  }
}

/** Named by their content, these never change. */
async function file(request) {
  const kept = await caches.open(FILES);
  const before = await kept.match(request);
  if (before) return before;
  const response = await fetch(request);
  if (response.ok) await kept.put(request, response.clone());
  return response;
}

async function keepPage(request, response) {
  const body = await response.text();
  // The organization lets nothing be kept, and the page says so.
  if (body.includes("data-keeps-nothing")) return void (await (await caches.open(PAGES)).delete(await nameOf(request)));
  const key = await deviceKey();
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const clear = JSON.stringify({ headers: [...response.headers], body });
  const sealed = await crypto.subtle.encrypt({ name: "AES-GCM", iv }, key, new TextEncoder().encode(clear));
  const kept = new Response(new Blob([iv, sealed]), { headers: { "x-kept-at": String(Date.now()) } });
  await (await caches.open(PAGES)).put(await nameOf(request), kept);
  await sweep();
}

async function keptPage(request) {
  await sweep();
  const kept = await (await caches.open(PAGES)).match(await nameOf(request));
  if (!kept) return null;
  const bytes = new Uint8Array(await kept.arrayBuffer());
  const key = await deviceKey();
  const clear = await crypto.subtle.decrypt({ name: "AES-GCM", iv: bytes.slice(0, 12) }, key, bytes.slice(12));
  const { headers, body } = JSON.parse(new TextDecoder().decode(clear));
  return new Response(body, { headers });
}

/** Removes what is older than its term. */
async function sweep() {
  const kept = await caches.open(PAGES);
  for (const request of await kept.keys()) {
    const at = Number((await kept.match(request))?.headers.get("x-kept-at"));
    if (!(Date.now() < at + KEPT_MS)) await kept.delete(request);
  }
}

async function nameOf(request) {
  const path = new TextEncoder().encode(new URL(request.url).pathname);
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", path));
  return `/interview/kept/${Array.from(hash, (byte) => byte.toString(16).padStart(2, "0")).join("")}`;
}

async function deviceKey() {
  const made = await crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
  return inStore((store, resolve) => {
    const known = store.get(ACCOUNT);
    known.onsuccess = () => {
      if (!known.result) store.put(made, ACCOUNT);
      resolve(known.result ?? made);
    };
  });
}

function forgetKey() {
  return inStore((store, resolve) => {
    store.delete(ACCOUNT);
    resolve();
  });
}

/** The same store as the pages' own (components/device/device-key.ts). */
function inStore(work) {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(DATABASE, 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore(STORE);
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const transaction = opening.result.transaction(STORE, "readwrite");
      let value;
      work(transaction.objectStore(STORE), (found) => {
        value = found;
      });
      transaction.oncomplete = () => {
        opening.result.close();
        resolve(value);
      };
      transaction.onabort = () => reject(transaction.error);
    };
  });
}
