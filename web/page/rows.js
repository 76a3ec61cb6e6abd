// <row-blocks> is a list whose rows stand in blocks, its children: of those far
// from the screen the program draws nothing, so that a list of thousands is as
// quick as one of fifty. The element tells which are near, as often as that
// changes, by an event "near": { of, blocks } are its attribute of that name and
// the indices of the blocks, with spaces between. The block that has the focus is
// always near. A block keeps its height while it is empty: style/parts/rows.css.
"use strict";

(() => {
  class RowBlocks extends HTMLElement {
    static observedAttributes = ["of"];
    #sight; // the IntersectionObserver
    #watched = new Set();
    #near = new Set();
    #growth = new MutationObserver(() => this.#watch());

    connectedCallback() {
      this.#growth.observe(this, { childList: true });
      this.#begin();
    }

    disconnectedCallback() {
      this.#growth.disconnect();
      this.#sight.disconnect();
    }

    attributeChangedCallback() {
      if (this.#sight) this.#begin();
    }

    // begin looks at another list: it tells of all blocks anew.
    #begin() {
      this.#sight?.disconnect();
      this.#watched.clear();
      this.#near.clear();
      this.style.removeProperty("--rowblock");
      for (const block of this.children) block.style.removeProperty("--rowblock");
      // Beside the screen, edge to edge, is no nearer than far from it: hence the ratio.
      const options = { root: this.closest(".scroll"), rootMargin: "50% 0px", threshold: [0, 1e-6] };
      this.#sight = new IntersectionObserver((moved) => this.#tell(moved), options);
      this.#watch();
    }

    #watch() {
      const now = new Set(this.children);
      for (const block of this.#watched) {
        if (now.has(block)) continue;
        this.#sight.unobserve(block);
        this.#near.delete(block);
      }
      for (const block of now) {
        if (!this.#watched.has(block)) this.#sight.observe(block);
      }
      this.#watched = now;
    }

    #tell(moved) {
      for (const { target, intersectionRect, boundingClientRect } of moved) {
        const near = intersectionRect.width > 0;
        const height = boundingClientRect.height + "px";
        if (near) this.#near.add(target);
        else this.#near.delete(target);
        if (!target.firstChild) continue;
        if (!near) target.style.setProperty("--rowblock", height);
        if (target.nextSibling && !this.style.getPropertyValue("--rowblock")) this.style.setProperty("--rowblock", height);
      }
      const blocks = [...this.children].flatMap((block, i) =>
        this.#near.has(block) || block.contains(document.activeElement) ? [i] : []);
      this.dispatchEvent(new CustomEvent("near", { detail: { of: this.getAttribute("of"), blocks: blocks.join(" ") } }));
    }
  }

  customElements.define("row-blocks", RowBlocks);
})();
