// The service worker keeps one release of the site, so that it opens offline.
//
// The site tool writes the release above this line:
//   const release = {version, files, sums, packed};
//     files   relative to the scope, "./" is the page
//     sums    SHA-256 of each, in hex; without them nothing is checked
//     packed  whether .gz lies beside what is large
// Only these files are ever answered from here. Whatever else the page asks for
// (endpoints, the rehearsal, the relay, other origins) goes out untouched.
// A new release waits until the page says that the person wants it. One of which a
// file is missing or other than it was built is not installed: the one before
// stays. A release without files retires: it removes what earlier ones kept, and
// itself. What another program shares with the installed app (a POST to ./share)
// stays in memory until the page asks for it: no server sees it, no cache keeps it.
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
  const reply = (answer) => event.ports[0]?.postMessage(answer);
  if (event.data === "skip-waiting") event.waitUntil(self.skipWaiting());
  if (event.data === "mend") event.waitUntil(mend().then(reply, () => reply(false)));
  if (event.data === "shared") {
    reply(shared);
    shared = undefined;
  }
});

self.addEventListener("fetch", (event) => {
  const url = new URL(event.request.url);
  const address = url.origin + url.pathname;
  // Whether the page may stand in a frame, the server's headers say each time.
  if (event.request.method === "GET" && kept.has(address) && event.request.destination !== "iframe") {
    event.respondWith(answer(address, event.request));
  }
  if (event.request.method === "POST" && address === scope + "share") {
    event.respondWith(take(event.request));
  }
});

async function answer(address, request) {
  const cache = await caches.open(cacheName);
  return (await cache.match(address)) ?? fetch(request);
}

// keep stores the release, or nothing of it.
async function keep() {
  const cache = await caches.open(cacheName);
  try {
    await Promise.all(release.files.map((_, i) => keepOne(cache, i, ["default", "reload"])));
  } catch (error) {
    await caches.delete(cacheName);
    throw error;
  }
}

// keepOne stores one file, as it was built. A name with a hash in it can't be
// stale, so the copy that the page has just loaded will do, if it is whole; the
// rest is asked of the server.
async function keepOne(cache, i, modes) {
  const address = new URL(release.files[i], scope).href;
  for (const mode of modes) {
    const stale = mode === "default" && !address.startsWith(scope + "assets/");
    const response = await bring(address, stale ? "no-cache" : mode);
    if (await whole(response.clone(), i)) return cache.put(address, response);
  }
  throw new Error(`${address} is not what was released`);
}

async function whole(response, i) {
  if (!release.sums) return true;
  const sum = new Uint8Array(await crypto.subtle.digest("SHA-256", await response.arrayBuffer()));
  return release.sums[i] === [...sum].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

async function bring(address, mode) {
  const response = await fetch(address, { cache: mode });
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  if (!release.packed || !address.endsWith(".wasm") || response.headers.get("Content-Encoding")) return response;
  const packed = await fetch(address + ".gz", { cache: mode }).catch(() => null);
  if (!packed?.ok || packed.headers.get("Content-Encoding") || /^text\/html/.test(packed.headers.get("Content-Type"))) return response;
  response.body.cancel();
  return new Response(packed.body.pipeThrough(new DecompressionStream("gzip")), { headers: { "Content-Type": "application/wasm" } });
}

// mend fetches again what is not whole, and says whether anything was mended.
// Where the host has moved on to another release, this one goes; where it can't
// be reached, all stays as it is.
async function mend() {
  const cache = await caches.open(cacheName);
  let mended = false;
  try {
    await Promise.all(release.files.map(async (file, i) => {
      const copy = await cache.match(new URL(file, scope).href);
      if (copy && await whole(copy, i)) return;
      await keepOne(cache, i, ["reload"]);
      mended = true;
    }));
    return mended;
  } catch {
    const page = await fetch(scope, { cache: "no-store" }).catch(() => null);
    if (!page?.ok) return false;
    const names = await caches.keys();
    await Promise.all(names.filter((name) => name.startsWith(family)).map((name) => caches.delete(name)));
    await self.registration.unregister();
    return true;
  }
}

// shared is {text, error} of what was shared last, until the page asks for it.
let shared;

const mostShared = 8 << 20; // bytes, as of what is dropped on the page

async function take(request) {
  try {
    const form = await request.formData();
    const files = form.getAll("file").filter((value) => value instanceof File);
    const size = files.reduce((sum, file) => sum + file.size, 0);
    const said = ["text", "url"].map((name) => form.get(name)).filter(Boolean);
    if (size > mostShared) throw new Error("more than 8 MB");
    const texts = files.length > 0 ? await Promise.all(files.map((file) => file.text())) : said;
    shared = { text: texts.join("\n"), error: "" };
  } catch (error) {
    shared = { text: "", error: error.message };
  }
  return Response.redirect(scope + "?open=shared", 303);
}

// tidy removes earlier releases of this site. Other caches of the origin belong
// to other sites.
async function tidy() {
  const names = await caches.keys();
  const old = names.filter((name) => name.startsWith(family) && (name !== cacheName || kept.size === 0));
  await Promise.all(old.map((name) => caches.delete(name)));
  if (kept.size === 0) await self.registration.unregister();
}
