// Notes when a page that opens comes to something. window.signs, which stands
// before this script, holds functions of the page: useful and live. A moment is
// the end of the first frame in which a function is true, in ms since the page was
// asked for.
window.start = (() => {
  const moments = {};
  const tasks = []; // over 50 ms: {start, end}
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) tasks.push({ start: startTime, end: startTime + duration });
  }).observe({ type: "longtask", buffered: true });

  const after = new MessageChannel(); // its message comes behind the painting
  after.port1.onmessage = ({ data }) => {
    for (const name of data) moments[name] = performance.now();
    if (data.includes("live")) moments.sent = sent();
  };

  function look() {
    const now = Object.keys(window.signs).filter((name) => !(name in moments) && window.signs[name]());
    for (const name of now) moments[name] = NaN;
    if (now.length) after.port2.postMessage(now);
    if (!("live" in moments)) requestAnimationFrame(look);
  }
  requestAnimationFrame(look);

  // sent is what had crossed the wire: bytes with their headers, and requests.
  function sent() {
    const all = [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")];
    const here = all.filter((e) => e.responseEnd > 0 && e.name.startsWith("http"));
    return { bytes: here.reduce((sum, e) => sum + e.transferSize, 0), requests: here.length };
  }

  return {
    live: () => Number.isFinite(moments.live),
    // rested says that nothing is to come: the service worker, where there is to be
    // one, has kept its files.
    async rested(worker) {
      if (!worker) return true;
      const registration = await navigator.serviceWorker.getRegistration();
      return registration?.active?.state === "activated";
    },
    moments() {
      const paint = (name) => performance.getEntriesByName(name)[0]?.startTime ?? NaN;
      const longest = (from, to) => Math.max(0, ...tasks.filter((t) => t.end > from && t.start < to).map((t) => t.end - t.start));
      return {
        Paint: paint("first-paint"), Useful: moments.useful, Live: moments.live,
        Longest: longest(0, moments.live), After: longest(moments.live, Infinity),
        Bytes: moments.sent.bytes, Requests: moments.sent.requests,
      };
    },
  };
})();

window.shown = (selector) => [...document.querySelectorAll(selector)].some((e) => e.getClientRects().length > 0);
