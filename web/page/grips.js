// Grips tells the program what a person does to the rows of parameters by pointer,
// keyboard and clipboard. A row is a .param; it is moved by its grip, a button.
// What happens is one event, act, from an element of the form; its detail has
//   act    up, down, in, out: Alt with an arrow, in a name or on a grip
//          next: Enter in a name
//          copy, cut, paste: their keys, on a grip; paste also on the button that adds
//          drop: a grip was dragged to a row
//   at     the place of the row; "" beside all rows
//   grip   whether the focus is on a grip
//   text   of paste
//   from   of drop: the place of what was dragged
//   where  of drop: before, after, inside (as the last), first (inside)
// A place is the way to a row by position: 2, 2.items, 2.items.0, 2.anyOf/1. The
// rows that are drawn change while one drags: none is held on to.
"use strict";

(() => {
  const GRIP = ".param > .grip";
  const far = 5; // pixels that make a press a drag
  const edge = 48; // of the pane: from there on it scrolls

  const rowOf = (element) => element.closest(".param");
  const placeOf = (row) => row.dataset.place;
  const isProperty = (place) => /(?:^|\.)\d+$/.test(place);
  const inside = (place, outer) => place === outer || place.startsWith(outer + ".");

  function tell(element, detail) {
    element.dispatchEvent(new CustomEvent("act", { bubbles: true, detail }));
  }

  // Keyboard.

  const arrows = { ArrowUp: "up", ArrowDown: "down", ArrowRight: "in", ArrowLeft: "out" };

  addEventListener("keydown", (event) => {
    if (event.isComposing || event.keyCode === 229 || event.ctrlKey || event.metaKey) return;
    const { target } = event;
    if (!target.matches?.(".param > :is(.pname, .grip)")) return;
    const grip = target.matches(GRIP);
    const plain = !event.altKey && !event.shiftKey;
    const act = event.altKey && !event.shiftKey ? arrows[event.key] : plain && !grip && event.key === "Enter" ? "next" : undefined;
    if (!act) return;
    event.preventDefault();
    tell(target, { act, grip, at: placeOf(rowOf(target)) });
  });

  // The rows that are out of sight may not be drawn: the browser's own search
  // would not find them.
  addEventListener("keydown", (event) => {
    const { target } = event;
    const typing = target.matches?.("input:not([type=checkbox]), textarea, select");
    const command = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.key === "f";
    if (!command && (typing || event.key !== "/") || !target.closest?.("[data-pane=tools] fieldset, .finder")) return;
    const field = document.getElementById("parameter-search");
    const button = document.getElementById("parameter-search-open");
    if (!field && !button) return;
    event.preventDefault();
    if (field) field.select(); else button.click();
  });

  // A press on the grip that drags nothing opens the further controls.
  addEventListener("click", (event) => {
    const grip = event.target.closest(GRIP);
    if (grip) rowOf(grip).querySelector(":scope > [data-testid=parameter-more]").click();
  });

  // Clipboard. The events go to what is selected, which need not have the focus.

  function holder() {
    const active = document.activeElement;
    return active?.matches(GRIP + ", .add") ? active : null;
  }

  for (const act of ["copy", "cut", "paste"]) {
    addEventListener("before" + act, (event) => { if (holder()) event.preventDefault(); });
    addEventListener(act, (event) => {
      const on = holder();
      const row = on && rowOf(on);
      if (!on || !row && act !== "paste") return;
      event.preventDefault();
      const text = act === "paste" ? event.clipboardData.getData("text/plain") : "";
      if (act !== "paste" || text) tell(on, { act, text, grip: true, at: row ? placeOf(row) : "" });
    }, true); // before the program takes a text that nobody took for an import
  }

  // Dragging.

  let drag = null;

  addEventListener("pointerdown", (event) => {
    const grip = event.target.closest?.(GRIP);
    if (!grip || event.button || !event.isPrimary || grip.matches(":disabled")) return;
    const row = rowOf(grip);
    const place = placeOf(row);
    if (!/(?:^|[./])\d+$/.test(place)) return; // the one schema under a keyword
    drag = {
      pointer: event.pointerId, place, form: row.closest("fieldset"), pane: row.closest(".scroll"),
      depth: Number(row.dataset.depth), fromX: event.clientX, fromY: event.clientY, x: event.clientX, y: event.clientY,
      name: row.querySelector(":scope > .pname"), landing: null,
    };
  });

  addEventListener("pointermove", (event) => {
    if (event.pointerId !== drag?.pointer) return;
    drag.x = event.clientX;
    drag.y = event.clientY;
    if (!drag.carried && Math.hypot(drag.x - drag.fromX, drag.y - drag.fromY) < far) return;
    if (!drag.carried) begin();
    aim();
  });

  addEventListener("pointerup", (event) => {
    if (event.pointerId !== drag?.pointer) return;
    const { carried, form, place, landing } = drag;
    end();
    if (carried && landing) tell(form, { act: "drop", grip: true, from: place, at: landing.at, where: landing.where });
  });

  addEventListener("pointercancel", (event) => { if (event.pointerId === drag?.pointer) end(); });
  addEventListener("blur", () => { if (drag) end(); });
  addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !drag) return;
    event.preventDefault();
    event.stopPropagation();
    end();
  }, true);

  function begin() {
    drag.form.setPointerCapture(drag.pointer); // the grip may leave the page with its row
    drag.carried = made("carried", drag.name.value ?? drag.name.textContent);
    drag.line = made("landing", "");
    document.documentElement.dataset.dragging = "";
    requestAnimationFrame(scroll);
  }

  function made(className, text) {
    const element = document.createElement("div");
    element.className = className;
    element.ariaHidden = "true";
    element.textContent = text;
    document.body.append(element);
    return element;
  }

  function end() {
    drag.carried?.remove();
    drag.line?.remove();
    delete document.documentElement.dataset.dragging;
    for (const row of document.querySelectorAll("[data-dragged]")) delete row.dataset.dragged;
    drag = null;
  }

  // aim shows where what is dragged would land.
  function aim() {
    const rows = [...drag.form.querySelectorAll(".param[data-place]")];
    for (const row of rows) row.toggleAttribute("data-dragged", inside(placeOf(row), drag.place));
    const pane = drag.pane.getBoundingClientRect();
    const y = Math.min(Math.max(drag.y, pane.top + 1), pane.bottom - 1);
    const boxes = rows.map((row) => row.getBoundingClientRect());
    let over = boxes.findIndex((box) => y < box.bottom);
    if (over < 0) over = rows.length - 1;
    drag.landing = rows.length ? landing(rows, over, (y - boxes[over].top) / boxes[over].height) : null;
    put(drag.carried, drag.x, drag.y);
    drag.line.hidden = !drag.landing;
    if (drag.landing) draw(rows[over], boxes[over], drag.landing);
  }

  // landing is where one would land on a row, part of its height below its top.
  function landing(rows, over, part) {
    const row = rows[over];
    const at = placeOf(row);
    const half = part < .5 ? "before" : "after";
    if (!isProperty(drag.place)) { // stays under its keyword
      const family = drag.place.replace(/\d+$/, "");
      return at.startsWith(family) && /^\d+$/.test(at.slice(family.length)) ? { at, where: half } : null;
    }
    if (inside(at, drag.place)) return null;
    const open = row.querySelector(":scope > .twist[aria-expanded=true]");
    const property = isProperty(at);
    if (row.dataset.holds) {
      if (property && part < .25) return { at, where: "before" };
      if (part < .75) return { at, where: "inside" };
      if (open) return { at, where: "first" };
    } else if (half === "before") {
      return property ? { at, where: half } : null;
    } else if (open) {
      return null; // what is inside follows: there is no after it
    }
    return after(at, depthOf(rows[over + 1]));
  }

  const depthOf = (row) => row ? placeOf(row).split(".").length - 1 : 0;

  // after is behind a row, or behind one of those that it ends: the one as deep as
  // what is dragged would be where the pointer holds it.
  function after(at, least) {
    const steps = at.split(".");
    const wanted = drag.depth + Math.round((drag.x - drag.fromX) / indent());
    let best = null;
    for (let depth = steps.length - 1; depth >= least; depth--) {
      const outer = steps.slice(0, depth + 1).join(".");
      if (isProperty(outer) && (!best || Math.abs(depth - wanted) < Math.abs(depthOfPlace(best) - wanted))) best = outer;
    }
    return best === null ? null : { at: best, where: "after" };
  }

  const depthOfPlace = (place) => place.split(".").length - 1;

  function indent() {
    const length = getComputedStyle(drag.form).getPropertyValue("--indent");
    return parseFloat(length) * parseFloat(getComputedStyle(document.documentElement).fontSize);
  }

  // draw puts the line where the parameter would begin, or a frame around what
  // would hold it.
  function draw(row, box, { at, where }) {
    const name = row.querySelector(":scope > .pname").getBoundingClientRect();
    const deeper = where === "first" ? 1 : depthOfPlace(at) - depthOfPlace(placeOf(row));
    const left = name.left + deeper * indent();
    drag.line.dataset.where = where;
    put(drag.line, left, where === "before" || where === "inside" ? box.top : box.bottom);
    drag.line.style.setProperty("width", box.right - left + "px");
    drag.line.style.setProperty("height", where === "inside" ? box.height + "px" : "");
  }

  function put(element, x, y) {
    element.style.setProperty("left", x + "px");
    element.style.setProperty("top", y + "px");
  }

  // scroll moves the pane while the pointer is near its top or bottom: by as many
  // times its distance from there in a second.
  function scroll(now) {
    if (!drag?.carried) return;
    const seconds = Math.min(now - (drag.drawn ?? now), 250) / 1000;
    drag.drawn = now;
    const pane = drag.pane.getBoundingClientRect();
    const above = pane.top + edge - drag.y;
    const below = drag.y - (pane.bottom - edge);
    const by = Math.ceil(Math.min(Math.max(above, below), 2 * edge) * seconds * 20);
    if (by > 0) {
      drag.pane.scrollTop += above > below ? -by : by;
      aim();
    }
    requestAnimationFrame(scroll);
  }
})();
