/** The two panels beside the conversation and the buttons that open them; one is open at a time. */

import { el, icon, iconButton } from "../dom.js";
import { Switches } from "./switches.js";
import { Turns } from "./turns.js";
import { say } from "./words.js";

const MARKS = { turns: "eye", switches: "sliders" };

export class Panels {
  #open = null;

  /** `fail(error)` shows what went wrong; `wordsFor(error)` says it; `showAnswer` and `titleOf`: see `Turns`. */
  constructor(store, { fail, wordsFor, showAnswer, titleOf }) {
    this.fail = fail;
    this.panels = { turns: new Turns(store, { showAnswer, titleOf }), switches: new Switches(store, wordsFor) };
    this.buttons = Object.keys(MARKS).map((name) =>
      el("button", { type: "button", class: "icon-button panel-button", "aria-expanded": "false", "aria-controls": "panel", data: { panel: name }, on: { click: () => this.toggle(name) } }, icon(MARKS[name])),
    );
    this.title = el("h2", { id: "panel-title", tabindex: "-1" });
    this.closing = iconButton("close", "", () => this.close());
    this.body = el("div", { class: "panel-scroll" });
    this.element = el("aside", { id: "panel", class: "panel", hidden: true, "aria-labelledby": "panel-title" }, el("header", {}, this.title, this.closing), this.body);
    this.element.addEventListener("keydown", (event) => event.key === "Escape" && (event.stopPropagation(), this.close()));
    store.on("places", () => this.#personChanged(store.me?.id));
    store.on("connection", () => store.connected && this.#open && this.#show());
    this.rename();
  }

  /** Say everything in the language in force. */
  rename() {
    for (const button of this.buttons) {
      button.setAttribute("aria-label", say(button.dataset.panel));
      button.setAttribute("title", say(button.dataset.panel));
    }
    this.closing.setAttribute("aria-label", say("close"));
    this.closing.setAttribute("title", say("close"));
    if (this.#open) this.#show();
  }

  /** Whether the panel lies over the conversation, as it does on narrow screens. */
  get coversAll() {
    return Boolean(this.#open) && getComputedStyle(this.element).position === "fixed";
  }

  close() {
    if (this.#open) this.toggle(this.#open);
  }

  /** Open what happened at one turn. */
  async showTurn(id) {
    if (this.#open !== "turns") this.toggle("turns");
    try {
      await this.panels.turns.reveal(id);
    } catch (error) {
      this.fail(error);
    }
  }

  /** Open a panel, or close the one that is open. */
  toggle(name) {
    const closing = this.#open === name;
    const button = this.buttons.find(({ dataset }) => dataset.panel === name);
    this.#open = closing ? null : name;
    this.element.hidden = closing;
    document.body.classList.toggle("panel-open", !closing);
    for (const it of this.buttons) it.setAttribute("aria-expanded", String(it.dataset.panel === this.#open));
    if (closing) {
      button?.focus();
      return;
    }
    this.body.replaceChildren(this.panels[name].element);
    this.#show();
    this.title.focus();
  }

  #show() {
    this.title.textContent = say(this.#open);
    this.panels[this.#open].show().catch((error) => this.fail(error));
  }

  #personChanged(id) {
    if (id === this.person) return;
    this.person = id;
    if (this.#open) this.#show();
  }
}
