// <json-editor>: a CodeMirror in the light DOM that shows the program's text and
// tells what the person changes in it.
//
// Attributes, handed on to what takes the focus: label, describedby and invalid
// as aria-label, aria-describedby and aria-invalid; testid as data-testid.
//
// Properties and methods; offsets count UTF-16 units, out of range they count as
// the nearest end, and none of them throws:
//   value                     the text. Set, it changes what differs and no more
//   change(from, to, insert)  the program's change of its text
//   apply([{from, to, insert}, …])  several, all over the text before them
//   problems = [{from, to, severity, message}, …]  marked; severity is error, warning or info
//   selectRange(from, to)     selects, and brings it into view
//   focus(), select()         select() selects everything
//
// Events, never while one of the above is running, and never for what they did:
//   edit   detail {changes: [{from, to, insert}, …]}: ascending, over the text before
//   undo, redo  asked for by key or menu; the program has the only history
//   caret  detail {offset, line, column}, the last two from 1; at most ten a second
//
// While an input method composes, the program hears nothing and its own changes
// wait; when it ends, both are carried over each other (exchange.js).
//
// The element that takes the focus also has value, textContent, innerText and
// select() of its own: the text, where CodeMirror draws no more of it than fits.
//
// The classes that web/style/parts/editor.css dresses, of CodeMirror: cm-editor
// cm-focused cm-scroller cm-content cm-line cm-gutters cm-gutterElement
// cm-lineNumbers cm-foldGutter cm-foldPlaceholder cm-matchingBracket
// cm-nonmatchingBracket cm-specialChar cm-panels cm-search cm-textfield cm-button
// cm-searchMatch cm-searchMatch-selected.

import { closeSearchPanel, openSearchPanel, searchPanelOpen } from "@codemirror/search";
import { Annotation, Compartment, EditorSelection, EditorState } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import { changesOf, difference, listOf } from "./changes.js";
import { Exchange } from "./exchange.js";
import { phrasesOf } from "./phrases.js";
import { problemsFound } from "./problems.js";
import { extensions } from "./setup.js";

const fromProgram = Annotation.define();
const caretPause = 100; // milliseconds

const handedOn = {
  label: "aria-label",
  describedby: "aria-describedby",
  invalid: "aria-invalid",
  testid: "data-testid",
};

class JSONEditor extends HTMLElement {
  static observedAttributes = ["lang", ...Object.keys(handedOn)];

  #view = null; // while the element is in a document
  #state; // while it is not
  #exchange = new Exchange();
  #problems = null; // those that wait for an input method to end
  #phrases = new Compartment();
  #language = "";
  #page = new MutationObserver(() => this.#speak());
  #caretTimer = 0;
  #caret = 0; // the offset that was told last

  constructor() {
    super();
    this.#state = EditorState.create({
      extensions: [
        extensions(() => this.#emit("undo"), () => this.#emit("redo")),
        this.#phrases.of([]),
        EditorView.contentAttributes.of(() => this.#contentAttributes()),
        EditorView.updateListener.of((update) => this.#updated(update)),
        EditorView.domEventObservers({ compositionend: () => this.#composed() }),
      ],
    });
  }

  connectedCallback() {
    if (this.#view) return; // it was moved
    this.#view = new EditorView({ state: this.#state, parent: this });
    // Where CodeMirror uses an EditContext (Android), the end of composing is told there only.
    this.#view.contentDOM.editContext?.addEventListener("compositionend", () => this.#composed());
    this.#describeContent();
    this.#page.observe(document.documentElement, { attributeFilter: ["lang"] });
    this.#speak();
  }

  disconnectedCallback() {
    queueMicrotask(() => {
      if (this.isConnected || !this.#view) return;
      this.#state = this.#view.state;
      this.#view.destroy();
      this.#view = null;
      this.#page.disconnect();
      clearTimeout(this.#caretTimer);
      this.#caretTimer = 0;
      this.#settle();
    });
  }

  attributeChangedCallback(name) {
    if (name === "lang") this.#speak();
    else this.#view?.dispatch({}); // asks for the content's attributes
  }

  get value() { return this.#now.doc.toString(); }

  set value(text) {
    const held = this.#exchange.programs(this.#now.doc).toString();
    const wanted = String(text ?? "");
    if (held !== wanted) this.apply([difference(held, wanted)]);
  }

  change(from, to, insert) { this.apply([{ from, to, insert }]); }

  apply(list) {
    const changes = changesOf(list, this.#exchange.programs(this.#now.doc).length);
    if (changes.empty) return;
    if (this.#busy) this.#exchange.changed(changes);
    else this.#show(changes);
  }

  set problems(list) {
    this.#problems = Array.from(list ?? [], ({ from, to, severity, message }) => ({ from, to, severity, message }));
    if (!this.#busy) this.#mark();
  }

  selectRange(from, to) {
    const length = this.#now.doc.length;
    const within = (n) => Math.min(Math.max(Math.trunc(n) || 0, 0), length);
    this.#dispatch({
      selection: EditorSelection.single(within(from), within(to)),
      effects: EditorView.scrollIntoView(EditorSelection.range(within(from), within(to)), { y: "nearest", yMargin: 32 }),
      annotations: fromProgram.of(true),
    });
    // CodeMirror leaves what is selected on the page alone while it lacks the focus.
    const shown = document.getSelection();
    if (!this.#view?.hasFocus && this.contains(shown.anchorNode)) shown.removeAllRanges();
  }

  select() { this.selectRange(0, this.#now.doc.length); }

  focus() { this.#view?.focus(); }

  blur() { this.#view?.contentDOM.blur(); }

  get #now() { return this.#view?.state ?? this.#state; }

  // Changes of the program wait while an input method composes, and behind those
  // of the person that it has yet to hear of.
  get #busy() { return this.#exchange.open || Boolean(this.#view?.compositionStarted); }

  #dispatch(spec) {
    if (this.#view) this.#view.dispatch(spec);
    else this.#state = this.#state.update(spec).state;
  }

  #show(changes) { this.#dispatch({ changes, annotations: fromProgram.of(true) }); }

  #emit(type, detail) { this.dispatchEvent(new CustomEvent(type, { detail })); }

  #updated(update) {
    for (const transaction of update.transactions) {
      if (!transaction.docChanged || transaction.annotation(fromProgram)) continue;
      // In a microtask: the program must not be called while CodeMirror updates,
      // nor while it waits for this element itself.
      if (!this.#exchange.open) queueMicrotask(() => this.#settle());
      this.#exchange.typed(transaction.startState.doc, transaction.changes);
    }
    const own = update.transactions.some((transaction) => !transaction.annotation(fromProgram));
    if (own && (update.docChanged || update.selectionSet)) {
      this.#caretTimer ||= setTimeout(() => this.#tellCaret(), caretPause);
    }
  }

  // CodeMirror reads what was composed in a microtask that it has yet to queue.
  #composed() { queueMicrotask(() => queueMicrotask(() => this.#settle())); }

  #settle() {
    if (this.#view?.compositionStarted) return; // its end comes back here
    const { show, tell } = this.#exchange.settle();
    if (show) this.#show(show);
    if (this.#problems) this.#mark(tell);
    if (tell && !tell.empty) this.#emit("edit", { changes: listOf(tell) });
  }

  // mark shows the problems, carried over what was typed since they were found.
  #mark(typed) {
    const length = this.#now.doc.length;
    const place = (n, side) => {
      const at = Math.min(Math.max(Math.trunc(n) || 0, 0), typed?.length ?? length);
      return typed ? typed.mapPos(at, side) : at;
    };
    const marks = this.#problems.map(({ from, to, severity, message }) => {
      const start = place(from, 1);
      return { from: start, to: Math.max(start, place(to, -1)), severity, message };
    });
    this.#problems = null;
    this.#dispatch({ effects: problemsFound(marks), annotations: fromProgram.of(true) });
  }

  #tellCaret() {
    // While composing, the offset is none that the program could know.
    this.#caretTimer = this.#busy ? setTimeout(() => this.#tellCaret(), caretPause) : 0;
    const offset = this.#now.selection.main.head;
    if (offset === this.#caret || this.#busy) return;
    this.#caret = offset;
    const line = this.#now.doc.lineAt(offset);
    this.#emit("caret", { offset, line: line.number, column: offset - line.from + 1 });
  }

  #contentAttributes() {
    const attributes = { class: "json", translate: "no" };
    for (const [own, its] of Object.entries(handedOn)) {
      if (this.hasAttribute(own)) attributes[its] = this.getAttribute(own);
    }
    return attributes;
  }

  #describeContent() {
    const text = { get: () => this.value, configurable: true };
    Object.defineProperties(this.#view.contentDOM, {
      value: text, textContent: text, innerText: text,
      select: { value: () => this.select() },
    });
  }

  // speak chooses the language of what is around the element.
  #speak() {
    if (!this.#view) return;
    const language = this.closest("[lang]")?.lang ?? "";
    if (language === this.#language) return;
    this.#language = language;
    const searching = searchPanelOpen(this.#now);
    if (searching) closeSearchPanel(this.#view); // it reads its words when it opens
    this.#dispatch({ effects: this.#phrases.reconfigure(EditorState.phrases.of(phrasesOf(language))) });
    if (searching) openSearchPanel(this.#view);
  }
}

customElements.define("json-editor", JSONEditor);
