/**
 * The list above the message box: commands, choices, people. The focus stays where the person types;
 * the list follows by `aria-activedescendant`, as the ARIA pattern "combobox" says.
 */

import { el } from "./dom.js";

const ID = "suggestions";

export class Suggest {
  #items = [];
  #current = -1;
  #owner = null;
  #onPick = null;

  constructor() {
    this.heading = el("div", { class: "suggest-heading", id: `${ID}-heading` });
    this.list = el("ul", { role: "listbox", id: ID, tabindex: "0", "aria-labelledby": `${ID}-heading` });
    this.element = el("div", { class: "suggest", hidden: true }, this.heading, this.list);
    // The press must not take the focus out of the message box.
    this.element.addEventListener("pointerdown", (event) => event.preventDefault());
  }

  get isOpen() {
    return !this.element.hidden;
  }

  /**
   * Show `items` (`{label, detail?, hint?, mark?, …}`) for the field `owner`; `onPick(item)` gets the one chosen.
   * `first`: whether Enter takes the first one at once (-1: none is current until an arrow key).
   */
  show({ owner, title, items, onPick, first = 0, empty = "" }) {
    if (!items.length && !empty) return this.hide();
    this.#owner?.removeAttribute("aria-activedescendant");
    this.#items = items;
    this.#onPick = onPick;
    this.#owner = owner;
    this.heading.textContent = title;
    this.list.replaceChildren(
      ...items.map((item, at) =>
        el(
          "li",
          { role: "option", id: `${ID}-${at}`, "aria-selected": "false", on: { click: () => this.pick(at) } },
          item.mark && el("span", { class: "suggest-mark", "aria-hidden": "true" }, item.mark),
          el("span", { class: "suggest-words" }, el("span", { class: "suggest-label" }, item.label, item.hint && el("span", { class: "suggest-hint" }, " ", item.hint)), item.detail && el("small", {}, item.detail)),
        ),
      ),
    );
    if (!items.length) this.list.append(el("li", { class: "nothing", role: "option", "aria-disabled": "true", "aria-selected": "false" }, empty));
    this.element.hidden = false;
    owner.setAttribute("aria-controls", ID);
    if (owner.getAttribute("role") === "combobox") owner.setAttribute("aria-expanded", "true");
    this.#point(items.length ? first : -1);
    if (first <= 0) this.list.scrollTop = 0;
  }

  /** Another list for this field is on its way: nothing of the one on the screen is current meanwhile. */
  wait(owner) {
    if (this.#owner === owner) this.#point(-1);
  }

  hide() {
    if (this.#owner?.getAttribute("role") === "combobox") this.#owner.setAttribute("aria-expanded", "false");
    this.#owner?.removeAttribute("aria-activedescendant");
    this.#owner = null;
    this.#items = [];
    this.element.hidden = true;
  }

  /** Hide, if the list belongs to this field. */
  hideFor(owner) {
    if (this.#owner === owner) this.hide();
  }

  pick(at) {
    const item = this.#items[at];
    if (item) this.#onPick(item);
  }

  /** Whether the list made use of a key. */
  key(event) {
    if (!this.isOpen || event.isComposing) return false;
    const count = this.#items.length;
    if ((event.key === "ArrowDown" || event.key === "ArrowUp") && count) {
      const step = event.key === "ArrowDown" ? 1 : -1;
      const from = this.#current < 0 && step < 0 ? 0 : this.#current;
      this.#point((from + step + count) % count);
    } else if ((event.key === "Enter" || (event.key === "Tab" && !event.shiftKey)) && this.#current >= 0) {
      this.pick(this.#current);
    } else if (event.key === "Escape") {
      this.hide();
    } else {
      return false;
    }
    event.preventDefault();
    event.stopPropagation();
    return true;
  }

  #point(at) {
    this.list.children[this.#current]?.setAttribute("aria-selected", "false");
    this.#current = at;
    const item = at >= 0 ? this.list.children[at] : null;
    item?.setAttribute("aria-selected", "true");
    item?.scrollIntoView({ block: "nearest" });
    if (item) this.#owner.setAttribute("aria-activedescendant", item.id);
    else this.#owner.removeAttribute("aria-activedescendant");
  }
}
