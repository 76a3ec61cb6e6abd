// Problems as the text shows them: a mark under the words, a sign beside the line.
// The program finds them; here they keep their places while the person types on.
//
// CodeMirror's own package for this brings its tooltips and a panel along, 8 KB of
// what the page has for the editor; a title says the sentence as well, and the
// page lists all of them above the text.

import { StateEffect, StateField } from "@codemirror/state";
import { Decoration, EditorView, gutter, GutterMarker, WidgetType } from "@codemirror/view";

const severities = ["info", "warning", "error"];
const found = StateEffect.define();

// problemsFound is the effect that replaces all problems: {from, to, severity,
// message} of a document, in any order.
export const problemsFound = (list) => found.of(list);

const field = StateField.define({
  create: () => Decoration.none,
  update(marks, transaction) {
    marks = marks.map(transaction.changes);
    for (const effect of transaction.effects) {
      if (effect.is(found)) marks = Decoration.set(effect.value.map((p) => marked(p, transaction.newDoc)), true);
    }
    return marks;
  },
  provide: (own) => EditorView.decorations.from(own),
});

// marked is a problem under the text: at least a character wide where the line
// has one, and no longer than its first line.
function marked(problem, doc) {
  const line = doc.lineAt(problem.from);
  const decoration = { problem, tagName: "mark", attributes: attributes(problem), inclusive: true };
  let { from, to } = problem;
  to = Math.min(to, line.to);
  if (from >= to) to = Math.min(from + 1, line.to);
  if (from >= to) from = Math.max(from - 1, line.from);
  if (from < to) return Decoration.mark(decoration).range(from, to);
  return Decoration.widget({ problem, widget: new Point(problem), side: 1 }).range(from);
}

const severityOf = ({ severity }) => severities.includes(severity) ? severity : "error";
const attributes = (problem) => ({ "data-severity": severityOf(problem), title: problem.message });

// Point stands on a line without a character to mark.
class Point extends WidgetType {
  constructor(problem) { super(); this.problem = problem; }
  eq(other) { return other.problem.message === this.problem.message; }
  toDOM() { return dressed(document.createElement("mark"), attributes(this.problem)); }
}

// Sign stands beside a line, as severe as the worst of its problems.
class Sign extends GutterMarker {
  constructor(problems) { super(); this.problems = problems; }
  get severity() { return this.problems.map(severityOf).sort((a, b) => severities.indexOf(b) - severities.indexOf(a))[0]; }
  get title() { return this.problems.map((p) => p.message).join("\n"); }
  eq(other) { return other.severity === this.severity && other.title === this.title; }
  toDOM() {
    const sign = document.createElement("span");
    sign.className = "sign";
    return dressed(sign, { "data-severity": this.severity, title: this.title });
  }
}

function dressed(element, attributes) {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
}

const signs = gutter({
  class: "signs",
  lineMarker(view, line) {
    const problems = [];
    view.state.field(field).between(line.from, line.to, (from, _to, mark) => {
      if (from >= line.from) problems.push(mark.spec.problem);
    });
    return problems.length > 0 ? new Sign(problems) : null;
  },
  lineMarkerChange: (update) => update.startState.field(field) !== update.state.field(field),
});

// problems is the extension.
export const problems = [field, signs];

// The commands select the next problem, or the one before, and say its sentence
// to those who listen. Behind the last comes the first.
export const nextProblem = (view) => goTo(view, (place, head) => place.from > head);
export const previousProblem = (view) => goTo(view, (place, head) => place.from < head, true);

function goTo(view, isAhead, backwards) {
  const places = [];
  view.state.field(field).between(0, view.state.doc.length, (from, to, { spec }) => {
    places.push({ from, to, message: spec.problem.message });
  });
  if (places.length === 0) return false;
  if (backwards) places.reverse();
  const { from, to, message } = places.find((place) => isAhead(place, view.state.selection.main.from)) ?? places[0];
  view.dispatch({
    selection: { anchor: from, head: to },
    effects: EditorView.announce.of(message),
    scrollIntoView: true,
    userEvent: "select",
  });
  return true;
}
