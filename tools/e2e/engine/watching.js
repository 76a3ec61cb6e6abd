// What WebKit's driver runs in a page as soon as it is loaded, because the
// protocol tells of no console: from then on, the page notes what it does.
// watched() returns the notes since it was called last, as [kind, text].
(() => {
  if (window.watched) return;
  const notes = [];
  const note = (kind, text) => { notes.push([kind, String(text)]); };
  for (const level of ["error", "warn", "log", "info", "debug"]) {
    const write = console[level];
    console[level] = (...words) => {
      note(level, words.join(" "));
      write.apply(console, words);
    };
  }
  addEventListener("error", (e) => note("failed", e.message ?? e.type));
  addEventListener("unhandledrejection", (e) => note("failed", e.reason?.stack ?? e.reason));
  addEventListener("securitypolicyviolation", (e) =>
    note("failed", `Content Security Policy: ${e.violatedDirective} refuses ${e.blockedURI}`));
  let asked = 0;
  window.watched = () => {
    const requests = performance.getEntriesByType("resource");
    for (const { name } of requests.slice(asked)) note("asked", name);
    asked = requests.length;
    return notes.splice(0);
  };
})()
