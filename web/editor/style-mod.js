// style-mod 4.1.4 with its StyleSet replaced; the rest is as its author wrote it.
// Copyright (C) 2018 by Marijn Haverbeke <marijn@haverbeke.berlin> and others, MIT.
//
// CodeMirror mounts its rules through this module. The original writes a <style>
// element wherever the root is a document, which the page's policy (style-src
// 'self') refuses. This one always adopts a constructed sheet, which the policy
// allows, and puts the rules into the layer `base`: unlayered rules would beat
// every rule of web/style.

const C = "\u037c";
const COUNT = Symbol.for(C);
const SET = Symbol("styleSet");

export class StyleModule {
  constructor(spec, options) {
    this.rules = [];
    let { finish } = options || {};

    function splitSelector(selector) {
      return /^@/.test(selector) ? [selector] : selector.split(/,\s*/);
    }

    function render(selectors, spec, target, isKeyframes) {
      let local = [], isAt = /^@(\w+)\b/.exec(selectors[0]), keyframes = isAt && isAt[1] == "keyframes";
      if (isAt && spec == null) return target.push(selectors[0] + ";");
      for (let prop in spec) {
        let value = spec[prop];
        if (/&/.test(prop)) {
          render(prop.split(/,\s*/).map((part) => selectors.map((sel) => part.replace(/&/, sel))).reduce((a, b) => a.concat(b)),
            value, target);
        } else if (value && typeof value == "object") {
          if (!isAt) throw new RangeError("The value of a property (" + prop + ") should be a primitive value.");
          render(splitSelector(prop), value, local, keyframes);
        } else if (value != null) {
          local.push(prop.replace(/_.*/, "").replace(/[A-Z]/g, (l) => "-" + l.toLowerCase()) + ": " + value + ";");
        }
      }
      if (local.length || keyframes) {
        target.push((finish && !isAt && !isKeyframes ? selectors.map(finish) : selectors).join(", ") +
          " {" + local.join(" ") + "}");
      }
    }

    for (let prop in spec) render(splitSelector(prop), spec[prop], this.rules);
  }

  getRules() { return this.rules.join("\n"); }

  static newName() {
    let id = globalThis[COUNT] || 1;
    globalThis[COUNT] = id + 1;
    return C + id.toString(36);
  }

  static mount(root, modules) {
    root[SET] ??= new StyleSet(root);
    root[SET].mount([modules].flat());
  }
}

// StyleSet is the one sheet of a root. Modules that come later may stand before
// those that are there, so each new one rewrites the sheet; after the first
// editor there are none.
class StyleSet {
  modules = [];

  constructor(root) {
    const view = (root.ownerDocument || root).defaultView;
    this.sheet = new view.CSSStyleSheet();
    root.adoptedStyleSheets = [this.sheet, ...root.adoptedStyleSheets];
  }

  mount(modules) {
    const rest = this.modules.filter((module) => !modules.includes(module));
    if (rest.length + modules.length === this.modules.length) return;
    this.modules = [...modules, ...rest];
    this.sheet.replaceSync(`@layer base {\n${this.modules.map((module) => module.getRules()).join("\n")}\n}`);
  }
}
