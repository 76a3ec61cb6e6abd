// Brings the program: as few bytes as the host allows, counted, and compiled while
// they arrive. What the page needs to open is its first part (loader/rest.js).
"use strict";

(() => {
  const facts = document.currentScript.dataset;
  const size = Number(facts.size);
  const words = { en: "Loading Toolyard", "zh-Hans": "正在加载 Toolyard" };

  // compiled is a promise of the program. It is begun before the page is read: its
  // bytes are on their way since the first lines.
  window.toolyard.compiled = compile();
  window.toolyard.compiled.catch(() => {}); // start tells of it
  window.toolyard.bring = bring;

  async function compile() {
    const response = await bring(document.querySelector("link[rel=preload][as=fetch]").href, counted);
    // Compiling while it arrives needs the right media type, which not every host sends.
    const streams = WebAssembly.compileStreaming && response.headers.get("Content-Type") === "application/wasm";
    return streams ? WebAssembly.compileStreaming(response) : WebAssembly.compile(await response.arrayBuffer());
  }

  // bring asks for a binary: a promise of its response. Where a service worker
  // answers, it comes from this machine: to watch it would cost more than it tells,
  // and keep the browser from taking what it has compiled before.
  async function bring(address, watched = (response) => response) {
    const response = await fetch(address);
    if (!response.ok) throw new Error(`${response.url}: ${response.status} ${response.statusText}`);
    if (navigator.serviceWorker?.controller || !response.body) return response;
    return watched(await unpacked(address + ".gz", response) ?? response);
  }

  // A host that does not compress sends six times as much. What gzip made lies
  // beside it, and the browser unpacks that while it arrives.
  async function unpacked(address, plain) {
    if (facts.gzip !== "true" || plain.headers.get("Content-Encoding") || !window.DecompressionStream) return null;
    const packed = await fetch(address).catch(() => null);
    if (!packed?.ok || /^text\/html/.test(packed.headers.get("Content-Type"))) return null;
    plain.body.cancel();
    const already = packed.headers.get("Content-Encoding"); // some hosts go by the ending
    const body = already ? packed.body : packed.body.pipeThrough(new DecompressionStream("gzip"));
    return new Response(body, { headers: { "Content-Type": "application/wasm" } });
  }

  function counted(response) {
    let arrived = 0;
    const bar = Object.assign(document.createElement("progress"), { className: "arriving", max: size, value: 0, ariaLabel: words[document.documentElement.lang] });
    const show = () => document.body.append(bar);
    const wait = setTimeout(() => { // what is quicker needs no bar
      if (document.readyState === "loading") addEventListener("DOMContentLoaded", show, { once: true });
      else show();
    }, 300);
    const count = new TransformStream({
      transform(chunk, out) {
        arrived += chunk.length;
        bar.value = arrived;
        out.enqueue(chunk);
      },
    });
    window.toolyard.arrived = () => {
      clearTimeout(wait);
      removeEventListener("DOMContentLoaded", show);
      bar.remove();
    };
    return new Response(response.body.pipeThrough(count), { headers: { "Content-Type": response.headers.get("Content-Type") } });
  }
})();
