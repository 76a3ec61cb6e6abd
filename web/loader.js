// The loader brings the program up, and speaks where the program can't.
//
// Before the first paint it gives the page its language and theme, and mends
// what would end the program at its start: a fragment that is no valid
// percent-encoding, storage that throws when it is touched. Then it runs the
// program, and when that ends, it says what happened, what still holds and what
// to do. The program finds it as window.toolyard:
//   fragment     what stands behind the # of the address, as it was written
//   updateReady, updateBroken, update(), mend(), ask()   loader/release.js
//   program, memory, bring(), arrived()                  loader/program.js
//   joined(), whole(), waited                            loader/rest.js
//   usable       a promise, kept when the program answers input and nothing else
//                is to be done, when it can't be had, and at the latest after a while
//   composed()                                           loader/typed.js
//   opening()                                            loader/opening.js
//   editor()     loads the JSON editor, <json-editor> of web/editor: a promise of
//                whether it is there; after a failure, it may be asked for again
// The site tool puts the files of loader/ behind this one, into one script.
// It remembers nothing itself: the program stores toolyard.language (en or
// zh-Hans) and toolyard.theme (light or dark) in localStorage.
"use strict";

(() => {
  const page = document.documentElement;
  const addresses = document.currentScript.dataset;
  const asked = new URLSearchParams(location.search);
  // Inside of another page, or as one that goes there: no storage is read or
  // written, and nothing is kept for offline.
  const embedded = window.top !== window.self || asked.get("embed") === "1";
  const words = {
    en: {
      stopped: "Toolyard has stopped",
      notStarted: "Toolyard could not start",
      stoppedWhat: "The program ended because of an error of its own. This page no longer answers.",
      notStartedWhat: "The program could not be loaded.",
      kept: "Your playground, as it was last saved on this device, is unharmed. It holds no key.",
      notKept: "No saved playground was found on this device. What you see on the page can still be selected and copied.",
      advice: "Reload to go on. If it stops again, copy or download the playground, then start with an empty one.",
      reload: "Reload",
      fresh: "Start with an empty playground",
      copy: "Copy the playground",
      copied: "Copied",
      download: "Download the playground",
      details: "What the program wrote last",
    },
    "zh-Hans": {
      stopped: "Toolyard 已停止",
      notStarted: "Toolyard 无法启动",
      stoppedWhat: "程序因自身的错误而结束，本页不再响应。",
      notStartedWhat: "程序未能加载。",
      kept: "你最近一次保存在本设备上的试验场完好无损，其中不含密钥。",
      notKept: "本设备上没有找到已保存的试验场。页面上的内容仍可选中并复制。",
      advice: "请重新加载以继续。如果再次停止，请先复制或下载试验场，再从空白的试验场开始。",
      reload: "重新加载",
      fresh: "从空白的试验场开始",
      copy: "复制试验场",
      copied: "已复制",
      download: "下载试验场",
      details: "程序最后写下的内容",
    },
  };

  // Storage that is blocked throws when it is named; a map in memory takes its place.
  for (const name of ["localStorage", "sessionStorage"]) {
    try {
      window[name].getItem("");
    } catch {
      Object.defineProperty(window, name, { value: storageInMemory() });
    }
  }

  function storageInMemory() {
    const items = new Map();
    return {
      get length() { return items.size; },
      key: (i) => [...items.keys()][i] ?? null,
      getItem: (key) => items.get(String(key)) ?? null,
      setItem: (key, value) => { items.set(String(key), String(value)); },
      removeItem: (key) => { items.delete(String(key)); },
      clear: () => items.clear(),
    };
  }

  function dress() {
    const chosen = (name) => embedded ? asked.get(name === "language" ? "lang" : name) : localStorage.getItem("toolyard." + name);
    const language = [chosen("language"), ...navigator.languages].find((tag) => /^(zh|en)\b/i.test(tag ?? ""));
    page.lang = /^zh/i.test(language ?? "") ? "zh-Hans" : "en";
    const theme = chosen("theme");
    if (embedded) page.dataset.embedded = "";
    if (theme === "light" || theme === "dark") page.dataset.theme = theme;
  }

  // go-app parses the address and ends where a percent sign stands alone (#100%).
  // Encoding that sign keeps the meaning; the text as written stays in `written`.
  let written = "";
  let mended = "";

  function mendFragment() {
    const fragment = location.hash.replace(/%(?![0-9a-f]{2})/gi, "%25");
    if (fragment === location.hash) return;
    written = location.hash;
    mended = fragment;
    history.replaceState(history.state, "", location.pathname + location.search + fragment);
  }

  // What the first press can do without is not begun before it is taken: it would
  // share the line and the processor with what that press waits for.
  let use;
  const usable = new Promise((done) => { use = () => idle(done); });
  const answers = new Promise((done) => {
    const looking = new MutationObserver(() => {
      if (!document.querySelector('[data-testid="app"][data-ready="true"]')) return;
      looking.disconnect();
      setTimeout(done); // once that is drawn
      use();
    });
    looking.observe(document, { subtree: true, attributes: true, attributeFilter: ["data-ready"] });
  });
  addEventListener("load", () => setTimeout(use, 30_000)); // a program that hangs may be mended by the next release
  usable.then(() => window.toolyard.openWorkshop?.());

  function idle(act) {
    if (window.requestIdleCallback) requestIdleCallback(act, { timeout: 3000 });
    else setTimeout(act, 300);
  }

  window.toolyard = {
    get fragment() { return (location.hash === mended ? written : location.hash).slice(1); },
    editor() { return editor ??= usable.then(loadEditor); },
    usable,
  };

  let editor;

  function loadEditor() {
    return new Promise((done) => {
      const script = element("script", { src: addresses.editor });
      script.onload = () => done(true);
      script.onerror = () => { script.remove(); editor = undefined; done(false); };
      document.head.append(script);
    });
  }

  // The end of what the program wrote, so that its last words can be shown.
  let lastWords = "";

  function listen() {
    const decoder = new TextDecoder();
    const write = globalThis.fs.writeSync;
    globalThis.fs.writeSync = (fd, bytes) => {
      lastWords = (lastWords + decoder.decode(bytes, { stream: true })).slice(-8000);
      return write.call(globalThis.fs, fd, bytes);
    };
  }

  async function start() {
    for (const view of document.querySelectorAll("body > [lang]")) {
      if (view.lang !== page.lang) view.remove();
    }
    let started = false;
    try {
      listen();
      const go = new Go();
      go.env = { GOGC: "400" }; // a collection within a key takes longer than the key (wasm/browser/painted.go)
      const instance = await window.toolyard.joined(go.importObject, answers);
      await window.toolyard.composed();
      window.toolyard.arrived?.();
      started = true;
      if (!embedded) sessionStorage.removeItem("toolyard.mended");
      const running = go.run(instance);
      await running;
      ended("stopped", "");
    } catch (error) {
      window.toolyard.arrived?.();
      if (!started && await window.toolyard.mend()) return;
      ended(started ? "stopped" : "notStarted", String(error?.stack ?? error));
    }
  }

  // An exception that crosses the program's frames leaves it unusable.
  function crossed(error) {
    if (/wasm-function\[/.test(error?.stack ?? "")) ended("stopped", String(error.stack));
  }

  let shown = false;

  async function ended(how, trace) {
    if (shown) return;
    shown = true;
    use();
    const text = words[page.lang] ?? words.en;
    const playground = embedded ? null : await savedPlayground().catch(() => null);
    const details = element("details", {},
      element("summary", {}, text.details),
      element("pre", {}, (lastWords + "\n" + trace).trim()));
    const panel = element("section", { className: "ended", role: "alertdialog", tabIndex: -1, ariaLabel: text[how] },
      element("h2", {}, text[how]),
      element("p", {}, text[how + "What"]),
      element("p", {}, playground === null ? text.notKept : text.kept),
      element("p", {}, text.advice),
      actions(text, playground),
      details);
    panel.dataset.testid = "ended";
    document.body.append(panel);
    panel.focus();
  }

  function actions(text, playground) {
    const reload = button(text.reload, "ended-reload", () => location.reload());
    reload.dataset.kind = "primary";
    if (embedded) return element("p", { className: "row" }, reload);
    const fresh = button(text.fresh, "ended-fresh", () => location.assign(location.pathname + "?fresh"));
    if (playground === null) return element("p", { className: "row" }, reload, fresh);
    const copy = button(text.copy, "ended-copy", async () => {
      await navigator.clipboard.writeText(playground);
      copy.textContent = text.copied;
    });
    const download = element("a", {
      className: "btn",
      href: URL.createObjectURL(new Blob([playground], { type: "application/json" })),
      download: "playground.toolyard.json",
    }, text.download);
    download.dataset.testid = "ended-download";
    return element("p", { className: "row" }, reload, fresh, copy, download);
  }

  function button(label, testid, onclick) {
    const made = element("button", { className: "btn", type: "button", onclick }, label);
    made.dataset.testid = testid;
    return made;
  }

  function element(tag, properties, ...children) {
    const made = Object.assign(document.createElement(tag), properties);
    made.append(...children);
    return made;
  }

  // savedPlayground reads what the program stored last: a text, or null.
  async function savedPlayground() {
    const opening = indexedDB.open("toolyard");
    opening.onupgradeneeded = () => opening.transaction.abort(); // nothing was ever saved: leave no empty database
    const database = await settled(opening);
    const desk = sessionStorage.getItem("toolyard/desk"); // this tab's own, where it has one
    const text = await settled(database.transaction("kv").objectStore("kv").get(desk ? "content/" + desk : "playground"));
    database.close();
    return typeof text === "string" ? text : null;
  }

  function settled(request) {
    return new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  }

  dress();
  mendFragment();
  // In the capture phase on window: before go-app looks at the address.
  addEventListener("popstate", mendFragment, true);
  addEventListener("hashchange", mendFragment, true);
  addEventListener("error", (event) => crossed(event.error));
  addEventListener("unhandledrejection", (event) => crossed(event.reason));
  addEventListener("DOMContentLoaded", start);
})();
