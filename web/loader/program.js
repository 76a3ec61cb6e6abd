// Brings the program: as few bytes as the host allows, counted, and compiled while
// they arrive. It comes in parts (tools/site/pack, Parts): its functions, as far as
// the page needs them to open, then the memory with all data, and later the rest
// (rest.js). While the memory arrives, the functions are compiled (warm.js).
"use strict";

(() => {
  const facts = document.currentScript.dataset;
  const size = Number(facts.size); // of the functions; "" and 0 where all is in one piece
  const sizeOfAll = size + Number(facts.more ?? 0);
  const words = { en: "Loading Toolyard", "zh-Hans": "正在加载 Toolyard" };

  let arrived = 0;
  let nearly; // the functions are here, but for what arrives while the memory is asked for
  const soon = new Promise((done) => { nearly = done; });

  // program and memory are promises of what they are compiled to, the latter of
  // nothing where all is in one piece. Their bytes are on their way since the first
  // lines of the page.
  const program = compile(document.querySelector("link[rel=preload][as=fetch]").href);
  const memory = facts.data ? soon.then(() => compile(facts.data)) : Promise.resolve();
  window.toolyard.program = program;
  window.toolyard.memory = memory;
  program.then(nearly, nearly);
  memory.catch(() => {}); // start tells of it
  window.toolyard.bring = bring;

  async function compile(address) {
    const response = await bring(address, counted);
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
    if (navigator.serviceWorker?.controller || !response.body) {
      nearly();
      return response;
    }
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
    const count = new TransformStream({
      transform(chunk, out) {
        arrived += chunk.length;
        bar.value = arrived;
        if (arrived > 0.75 * size) nearly();
        out.enqueue(chunk);
      },
    });
    return new Response(response.body.pipeThrough(count), { headers: { "Content-Type": response.headers.get("Content-Type") } });
  }

  const bar = Object.assign(document.createElement("progress"), { className: "arriving", max: sizeOfAll, value: 0, ariaLabel: words[document.documentElement.lang] });
  const show = () => {
    if (arrived > 0) document.body.append(bar);
  };
  const wait = setTimeout(() => { // what is quicker needs no bar
    if (document.readyState === "loading") addEventListener("DOMContentLoaded", show, { once: true });
    else show();
  }, 300);
  window.toolyard.arrived = () => {
    clearTimeout(wait);
    removeEventListener("DOMContentLoaded", show);
    bar.remove();
  };
})();
