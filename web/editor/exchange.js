// Exchange keeps the program's text and the editor's text the same while each of
// them changes.
//
// Both start from a text they share. What the person types is `local` until the
// program has heard of it; what the program changes is `remote` until the editor
// shows it. Both may be open at once, because nothing is written into the editor
// while an input method composes. Settling carries each over the other, so that
// both sides arrive at the same text.

export class Exchange {
  #before = null; // the shared text, where there are local changes
  #local = null;
  #remote = null;

  // open reports whether there is something to settle.
  get open() { return Boolean(this.#local || this.#remote); }

  // programs is the text that the program holds, given the editor's.
  programs(shown) {
    const before = this.#local ? this.#before : shown;
    return this.#remote ? this.#remote.apply(before) : before;
  }

  // typed takes local changes of a text.
  typed(before, changes) {
    this.#before = this.#local ? this.#before : before;
    this.#local = this.#local ? this.#local.compose(changes) : changes;
  }

  // changed takes changes of the program's text.
  changed(changes) {
    this.#remote = this.#remote ? this.#remote.compose(changes) : changes;
  }

  // settle returns the changes that the editor has yet to show and those that the
  // program has yet to hear of, each over the text that its receiver holds. Where
  // both insert at one place, the local text comes first.
  settle() {
    const local = this.#local;
    const remote = this.#remote;
    this.#before = this.#local = this.#remote = null;
    return {
      show: remote && local ? remote.map(local) : remote,
      tell: local && remote ? local.map(remote, true) : local,
    };
  }
}
