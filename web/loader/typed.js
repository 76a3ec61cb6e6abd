// Hands over what a person did before the program ran: what was typed, where the
// caret stands, how far was scrolled. The program takes the place of the first
// view, which looks the same.
"use strict";

(() => {
  let focused = null; // the field that had the focus last, while it is on the page
  let composing = false;
  const scrolled = new Map();

  addEventListener("focusin", (event) => { focused = event.target; });
  addEventListener("focusout", ({ target }) => setTimeout(() => {
    if (focused === target && target.isConnected) focused = null;
  }));
  addEventListener("compositionstart", () => { composing = true; });
  addEventListener("compositionend", () => { composing = false; });
  addEventListener("scroll", ({ target }) => { if (target.scrollTop !== undefined) scrolled.set(target, target.scrollTop); }, true);

  // composed waits for an input method: its text is in no field yet.
  window.toolyard.composed = () => composing && new Promise((done) => addEventListener("compositionend", () => setTimeout(done), { once: true }));

  addEventListener("DOMContentLoaded", () => {
    new MutationObserver((records, observer) => {
      const view = records.flatMap((r) => [...r.removedNodes]).find((n) => n.ariaBusy === "true" && n.lang === document.documentElement.lang);
      if (!view) return;
      observer.disconnect();
      acted = false;
      handOver(view, document.body.firstElementChild);
    }).observe(document.body, { childList: true });
  });

  function handOver(before, now) {
    const selection = focused && before.contains(focused) ? [focused.selectionStart, focused.selectionEnd] : null;
    for (const [i, field] of fields(before).entries()) {
      const same = counterpart(field, i, before, now);
      if (!same) continue;
      if (field.value !== field.defaultValue && same.value === field.defaultValue) {
        same.value = field.value;
        same.dispatchEvent(new Event("input", { bubbles: true }));
      }
      if (field === focused) {
        same.focus({ preventScroll: true });
        same.setSelectionRange(...selection);
      }
    }
    for (const [element, top] of scrolled) {
      const at = [...before.querySelectorAll(".scroll")].indexOf(element);
      if (at >= 0) scroll(at, top, 60);
    }
  }

  let acted = false; // the person goes on
  for (const event of ["wheel", "touchmove", "pointerdown", "keydown"]) addEventListener(event, () => { acted = true; }, { passive: true });

  // scroll holds the nth place while the page settles, for so many frames: what was
  // kept is drawn after the first view, in elements of its own.
  function scroll(nth, top, frames) {
    const place = document.querySelectorAll(".scroll")[nth];
    if (acted || !place) return;
    if (Math.abs(place.scrollTop - top) > 1) place.scrollTop = top;
    if (frames > 0) requestAnimationFrame(() => scroll(nth, top, frames - 1));
  }

  function fields(view) { return [...view.querySelectorAll("textarea, input:not([type=checkbox])")]; }

  function counterpart(field, i, before, now) {
    const same = fields(now)[i];
    return same?.dataset.testid === field.dataset.testid ? same : null;
  }
})();
