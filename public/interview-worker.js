// Keeps an interview's page and its files on the device, so that it opens again without a connection. Nothing else of the
// application passes here: the scope is /interview/. Answers that wait are the page's own affair.
const PAGES = "plumbline-interview-pages";
const FILES = "plumbline-interview-files";

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

self.addEventListener("message", (event) => {
  const { data } = event;
  if (data === "forget") event.waitUntil(Promise.all([caches.delete(PAGES), caches.delete(FILES)]));
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
  const kept = await caches.open(PAGES);
  try {
    const response = await fetch(request);
    if (response.ok) await kept.put(request, response.clone());
    else if (response.status < 500) await kept.delete(request);
    return response;
  } catch (error) {
    const before = await kept.match(request);
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
