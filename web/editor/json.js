// JSON as the editor knows it: colours, brackets, folds, indentation.
//
// It reads words, not a tree. A parser that keeps a tree of 2,000 parameters took
// 20 ms a key; the words of the lines that are drawn take none that can be measured.
// No word of JSON reaches over a line, so that any line can be read by itself: also
// while the text is not JSON.

import { EditorSelection, EditorState, Prec, StateField } from "@codemirror/state";
import { foldService, indentService } from "@codemirror/language";
import { Decoration, EditorView, ViewPlugin } from "@codemirror/view";

const word = /("(?:[^"\\\n]|\\.)*"?)(\s*:)?|-?\d[\w.+-]*|\b(?:true|false|null)\b/g;
const structure = /"(?:[^"\\\n]|\\.)*"?|[{}[\]]/g;
const opens = (mark) => mark === "{" || mark === "[";
const closes = (mark) => mark === "}" || mark === "]";
const pairs = { "{": "}", "[": "]" };

// The classes that JSON has everywhere on the page (web/style/parts/json.css).
const looks = Object.fromEntries(["k", "s", "n", "t"].map((name) => [name, Decoration.mark({ class: name })]));

const look = ([text, string, colon]) => {
  if (string) return colon ? looks.k : looks.s;
  return /^[-\d]/.test(text) ? looks.n : looks.t;
};

// A line that is longer is read from where it comes into view.
const longLine = 20_000;

function coloured(view) {
  const marks = [];
  for (const { from, to } of view.visibleRanges) {
    const line = view.state.doc.lineAt(from);
    const start = from - line.from > longLine ? from : line.from;
    for (const found of view.state.sliceDoc(start, to).matchAll(word)) {
      const at = start + found.index;
      const end = at + (found[1] ?? found[0]).length;
      if (end > from) marks.push(look(found).range(at, end));
    }
  }
  return Decoration.set(marks);
}

const colours = ViewPlugin.fromClass(class {
  constructor(view) { this.decorations = coloured(view); }
  update({ view, docChanged, viewportChanged }) {
    if (docChanged || viewportChanged) this.decorations = coloured(view);
  }
}, { decorations: (plugin) => plugin.decorations });

// How far a bracket's other half is looked for.
const farthest = 2_000_000;

// closer is where the bracket at a place is closed, -1 where it is not. It reads some
// lines, and then more: most are closed soon, and to copy a long text takes a while.
function closer(doc, at) {
  const end = Math.min(doc.length, at + farthest);
  let depth = 0;
  for (let from = at, size = 1000, to; from < end; from = to, size *= 4) {
    to = doc.lineAt(Math.min(from + size, end)).to;
    for (const { 0: mark, index } of doc.sliceString(from, to).matchAll(structure)) {
      if (opens(mark)) depth++;
      else if (closes(mark) && --depth === 0) return from + index;
    }
  }
  return -1;
}

// opener is the reverse. It reads lines, since a string can't be told backwards.
function opener(doc, at) {
  let depth = 0;
  for (let line = doc.lineAt(at); ; line = doc.line(line.number - 1)) {
    const marks = [...line.text.matchAll(structure)].filter(({ index }) => line.from + index <= at);
    for (const { 0: mark, index } of marks.reverse()) {
      if (closes(mark)) depth++;
      else if (opens(mark) && --depth === 0) return line.from + index;
    }
    if (line.number === 1 || at - line.from > farthest) return -1;
  }
}

// open is how many brackets a text closes that it didn't open, and opens that it
// doesn't close.
function open(text) {
  let closed = 0, opened = 0;
  for (const { 0: mark } of text.matchAll(structure)) {
    if (opens(mark)) opened++;
    else if (closes(mark) && opened > 0) opened--;
    else if (closes(mark)) closed++;
  }
  return closed + " " + opened;
}

// ends remembers where brackets are closed, from the place of each that was asked
// for. A change moves them; where its lines open or close what they didn't before,
// all are forgotten, else those in these lines.
const ends = StateField.define({
  create: () => new Map(),
  update(known, { docChanged, changes, startState, state }) {
    if (!docChanged) return known;
    const forgotten = [];
    changes.iterChanges((fromA, toA, fromB, toB) => {
      const was = lines(startState.doc, fromA, toA), is = lines(state.doc, fromB, toB);
      const long = was.to - was.from > longLine || is.to - is.from > longLine;
      const kept = !long && open(startState.sliceDoc(was.from, was.to)) === open(state.sliceDoc(is.from, is.to));
      forgotten.push(kept ? was : { from: 0, to: startState.doc.length });
    });
    const within = (at) => forgotten.some(({ from, to }) => at >= from && at <= to);
    const moved = new Map();
    for (const [at, end] of known) {
      if (within(at) || within(end)) continue;
      moved.set(changes.mapPos(at, 1), end < 0 ? end : changes.mapPos(end, 1));
    }
    return moved;
  },
});

// lines are the lines that a place begins and ends in.
function lines(doc, from, to) { return { from: doc.lineAt(from).from, to: doc.lineAt(to).to }; }

function endOf(state, at) {
  const known = state.field(ends);
  if (!known.has(at)) known.set(at, closer(state.doc, at));
  return known.get(at);
}

// lastOpen is where a text has a bracket last that it doesn't close, -1 without one.
function lastOpen(text) {
  const open = [];
  for (const { 0: mark, index } of text.matchAll(structure)) {
    if (opens(mark)) open.push(index);
    else if (closes(mark)) open.pop();
  }
  return open.at(-1) ?? -1;
}

// known keeps what lastOpen said of short lines: the gutter asks of every line that
// is drawn, at every key.
const known = new Map();
const knownAtMost = 1000;

function lastOpenIn({ text }) {
  if (text.length > 200) return lastOpen(text);
  if (!known.has(text)) {
    if (known.size >= knownAtMost) known.clear();
    known.set(text, lastOpen(text));
  }
  return known.get(text);
}

// A line folds from the bracket that it leaves open to where that is closed.
const folds = foldService.of((state, from, to) => {
  if (to - from > longLine) return null;
  const index = lastOpenIn(state.doc.lineAt(from));
  if (index < 0) return null;
  const end = endOf(state, from + index);
  return end > to ? { from: from + index + 1, to: end } : null;
});

// A line stands one step further in than one that leaves a bracket open, and one
// that begins with a closing bracket one step less.
const indentation = indentService.of((context, pos) => {
  const { state, options, unit } = context;
  const here = state.doc.lineAt(pos);
  const breaks = options.simulateBreak === pos;
  const above = breaks ? here : here.number > 1 ? state.doc.line(here.number - 1) : null;
  if (!above) return 0;
  const before = state.sliceDoc(above.from, breaks ? pos : above.to);
  const after = breaks ? (options.simulateDoubleBreak ? "" : state.sliceDoc(pos, here.to)) : here.text;
  const further = lastOpen(before) >= 0 ? unit : 0;
  const less = /^\s*[}\]]/.test(after) ? unit : 0;
  return Math.max(0, context.countColumn(before, before.search(/\S|$/)) + further - less);
});

// The pair of the bracket before or behind the caret: both halves, or the one that
// has no other.
function pairAt(state, head) {
  for (const at of [head - 1, head]) {
    const mark = state.sliceDoc(at, at + 1);
    if (at < 0 || !inStructure(state, at, mark)) continue;
    const other = opens(mark) ? endOf(state, at) : opener(state.doc, at);
    const matches = other >= 0 && pairs[state.sliceDoc(Math.min(at, other), Math.min(at, other) + 1)] === state.sliceDoc(Math.max(at, other), Math.max(at, other) + 1);
    return { at, other, matches };
  }
  return null;
}

function inStructure(state, at, mark) {
  if (!opens(mark) && !closes(mark)) return false;
  const line = state.doc.lineAt(at);
  return [...line.text.matchAll(structure)].some(({ 0: found, index }) => found === mark && line.from + index === at);
}

const matching = Decoration.mark({ class: "cm-matchingBracket" });
const lonely = Decoration.mark({ class: "cm-nonmatchingBracket" });

function bracketsAt(state) {
  const marks = [];
  for (const { empty, head } of state.selection.ranges) {
    const pair = empty && pairAt(state, head);
    if (!pair) continue;
    const halves = pair.other < 0 ? [pair.at] : [pair.at, pair.other];
    marks.push(...halves.map((at) => (pair.matches ? matching : lonely).range(at, at + 1)));
  }
  return Decoration.set(marks, true);
}

const brackets = StateField.define({
  create: () => Decoration.none,
  update: (marks, { docChanged, selection, state }) => (docChanged || selection ? bracketsAt(state) : marks),
  provide: (field) => EditorView.decorations.from(field),
});

// toMatchingBracket takes the caret to the other half of its bracket.
export function toMatchingBracket({ state, dispatch }) {
  const pair = pairAt(state, state.selection.main.head);
  if (!pair || pair.other < 0) return false;
  const head = opens(state.sliceDoc(pair.at, pair.at + 1)) ? pair.other + 1 : pair.other;
  dispatch(state.update({ selection: EditorSelection.cursor(head), scrollIntoView: true }));
  return true;
}

export const json = [
  ends, Prec.high(colours), brackets, folds, indentation,
  EditorState.languageData.of(() => [{ indentOnInput: /^\s*[}\]]$/ }]),
];
