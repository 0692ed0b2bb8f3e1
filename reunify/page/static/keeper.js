// @ts-check
/// <reference lib="webworker" />
/**
 * The service worker: after the first visit the page works offline. It holds the files of the page and nothing else.
 */
const self_ = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));
const VERSION = "reunify-__VERSION__";
/** @type {string[]} */
const FILES = JSON.parse(JSON.stringify("__FILES__"));

self_.addEventListener("install", (event) => {
  event.waitUntil(caches.open(VERSION).then((kept) => kept.addAll(FILES)).then(() => self_.skipWaiting()));
});

self_.addEventListener("activate", (event) => {
  const others = async () => {
    const names = (await caches.keys()).filter((name) => name.startsWith("reunify-") && name !== VERSION);
    await Promise.all(names.map((name) => caches.delete(name)));
    await self_.clients.claim();
  };
  event.waitUntil(others());
});

self_.addEventListener("fetch", (event) => {
  const { request } = event;
  const address = new URL(request.url);
  const name = address.href.slice(self_.registration.scope.length).replace(/[?#].*$/, "") || "index.html";
  if (request.method !== "GET" || !FILES.includes(name)) return;
  event.respondWith(
    caches.open(VERSION).then(async (kept) => (await kept.match(name)) ?? fetch(request)),
  );
});
