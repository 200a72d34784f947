/** The two panels beside the conversation and the buttons that open them; one is open at a time. */

import { el, icon, iconButton } from "../dom.js";
import { Switches } from "./switches.js";
import { Turns } from "./turns.js";
import { say } from "./words.js";

const MARKS = { turns: "eye", switches: "sliders" };

export class Panels {
  #open = null;

  /** `fail(error)` shows what went wrong; `wordsFor(error)` says it. */
  constructor(store, { fail, wordsFor }) {
    this.fail = fail;
    this.panels = { turns: new Turns(store), switches: new Switches(store, wordsFor) };
    this.buttons = Object.keys(MARKS).map((name) =>
      el("button", { type: "button", class: "icon-button panel-button", "aria-expanded": "false", "aria-controls": "panel", data: { panel: name }, on: { click: () => this.toggle(name) } }, icon(MARKS[name])),
    );
    this.title = el("h2", { id: "panel-title", tabindex: "-1" });
    this.close = iconButton("close", "", () => this.toggle(this.#open));
    this.body = el("div", { class: "panel-scroll" });
    this.element = el("aside", { id: "panel", class: "panel", hidden: true, "aria-labelledby": "panel-title" }, el("header", {}, this.title, this.close), this.body);
    this.element.addEventListener("keydown", (event) => event.key === "Escape" && (event.stopPropagation(), this.toggle(this.#open)));
    store.on("places", () => this.#personChanged(store.me?.id));
    this.rename();
  }

  /** Say everything in the language in force. */
  rename() {
    for (const button of this.buttons) {
      button.setAttribute("aria-label", say(button.dataset.panel));
      button.setAttribute("title", say(button.dataset.panel));
    }
    this.close.setAttribute("aria-label", say("close"));
    this.close.setAttribute("title", say("close"));
    if (this.#open) this.#show();
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
