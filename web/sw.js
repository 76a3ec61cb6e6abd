// The service worker keeps one release of the site, so that it opens offline.
//
// The site tool writes the release above this line:
//   const release = {version, files};  // files: relative to the scope, "./" is the page
// Only these files are ever answered from here. Whatever else the page asks for
// (endpoints, the rehearsal, the relay, other origins) goes out untouched.
// A new release waits until the page says that the person wants it. A release
// without files retires: it removes what earlier ones kept, and itself.
"use strict";

const scope = self.registration.scope;
const family = `toolyard-${new URL(scope).pathname}-`;
const cacheName = family + release.version;
const kept = new Set(release.files.map((file) => new URL(file, scope).href));

self.addEventListener("install", (event) => {
  if (kept.size === 0) self.skipWaiting();
  event.waitUntil(keep());
});

self.addEventListener("activate", (event) => {
  event.waitUntil(tidy());
});

self.addEventListener("message", (event) => {
  if (event.data === "skip-waiting") event.waitUntil(self.skipWaiting());
});

self.addEventListener("fetch", (event) => {
  const url = new URL(event.request.url);
  const address = url.origin + url.pathname;
  // Whether the page may stand in a frame, the server's headers say each time.
  if (event.request.method === "GET" && kept.has(address) && event.request.destination !== "iframe") {
    event.respondWith(answer(address, event.request));
  }
});

async function answer(address, request) {
  const cache = await caches.open(cacheName);
  return (await cache.match(address)) ?? fetch(request);
}

// keep stores the release. A name with a hash in it can't be stale, so the copy
// that the page has just loaded will do; the rest is asked of the server.
async function keep() {
  const cache = await caches.open(cacheName);
  await cache.addAll([...kept].map((address) => new Request(address, {
    cache: address.startsWith(scope + "assets/") ? "default" : "no-cache",
  })));
}

// tidy removes earlier releases of this site. Other caches of the origin belong
// to other sites.
async function tidy() {
  const names = await caches.keys();
  const old = names.filter((name) => name.startsWith(family) && (name !== cacheName || kept.size === 0));
  await Promise.all(old.map((name) => caches.delete(name)));
  if (kept.size === 0) await self.registration.unregister();
}
