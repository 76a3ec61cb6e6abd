// Keeps the site up to date, and whole: a newer release waits for the person's
// word, one that is broken is not taken, and a kept copy that is broken is mended.
"use strict";

(() => {
  let registration;

  Object.assign(window.toolyard, {
    updateReady: false,
    updateBroken: false,
    update() {
      navigator.serviceWorker.addEventListener("controllerchange", () => location.reload(), { once: true });
      let asked = 0;
      const ask = () => {
        // Chromium forgets the wish where the old worker is busy at that moment,
        // on a loaded machine for good: without a worker, the next page is new.
        if (asked++ < 8) registration.waiting?.postMessage("skip-waiting");
        else registration.unregister().then(() => location.reload());
      };
      ask();
      setInterval(ask, 1000);
    },

    // mend makes the kept copy whole, and reloads. It does so once a tab: what a
    // second time would not start has another cause. A promise of whether it will.
    async mend() {
      if ("embedded" in document.documentElement.dataset) return false;
      if (sessionStorage.getItem("toolyard.mended")) return false;
      sessionStorage.setItem("toolyard.mended", "yes");
      const worker = navigator.serviceWorker?.controller;
      const mended = worker ? await ask(worker, "mend", 20_000) : await refetched();
      if (mended) location.reload();
      return Boolean(mended);
    },

    // ask is what the service worker answers, or undefined.
    ask: (question) => navigator.serviceWorker?.controller ? ask(navigator.serviceWorker.controller, question, 5_000) : Promise.resolve(),
  });

  function ask(worker, question, patience) {
    return new Promise((done) => {
      const channel = new MessageChannel();
      channel.port1.onmessage = (event) => done(event.data);
      setTimeout(done, patience);
      worker.postMessage(question, [channel.port2]);
    });
  }

  // refetched asks the host once more for what the browser's own cache holds.
  async function refetched() {
    const assets = [...document.querySelectorAll("script[src], link[rel=preload], link[rel=stylesheet]")].map((e) => e.src ?? e.href);
    const answers = await Promise.all(assets.map((address) => fetch(address, { cache: "reload" }).then((r) => r.arrayBuffer().then(() => r.ok), () => false)));
    return answers.every(Boolean);
  }

  // What go-app asks of its page. It replaces goappOnUpdate when it starts.
  window.goappGetenv = () => "";
  window.goappTryUpdate = () => { registration?.update(); };
  window.goappOnUpdate = () => { window.goappUpdatedBeforeWasmLoaded = true; };

  function announce(what) {
    window.toolyard.updateReady = what === "ready";
    window.toolyard.updateBroken = what === "broken";
    dispatchEvent(new Event("toolyard-release"));
  }

  function follow(worker) {
    let installed = false;
    worker.addEventListener("statechange", () => {
      installed ||= worker.state === "installed";
      if (!navigator.serviceWorker.controller) return; // the first release is no news
      if (worker.state === "installed") announce("ready");
      if (worker.state === "redundant" && !installed) announce("broken");
    });
  }

  window.toolyard.usable.then(async () => {
    if (!navigator.serviceWorker || "embedded" in document.documentElement.dataset) return;
    try {
      registration = await navigator.serviceWorker.register("sw.js", { updateViaCache: "none" });
    } catch (error) {
      console.warn("toolyard: not available offline:", error);
      return;
    }
    registration.addEventListener("updatefound", () => follow(registration.installing));
    if (registration.installing) follow(registration.installing);
    if (registration.waiting && navigator.serviceWorker.controller) announce("ready");
  });
})();
