// Has a worker compile what the page is about to call. Chromium compiles a function
// when it is first called, on the thread that calls it: half of what opening the
// page takes of that thread. What a worker has compiled of the same program, the
// page has too; other browsers compile all of it beforehand.
"use strict";

(() => {
  const address = document.currentScript.dataset.warm;
  if (!address || !navigator.userAgentData || navigator.hardwareConcurrency < 2) return;
  try {
    const worker = new Worker(address);
    window.toolyard.program.then((program) => worker.postMessage(program), () => worker.terminate());
  } catch {
    // A frame without an origin has no workers: the page compiles by itself.
  }
})();
