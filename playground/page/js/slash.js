/** A slash command while it is being filled in: its fields in a row, what each is for, and sending. */

import { act } from "./api.js";
import { el, icon } from "./dom.js";
import { silence } from "./interactions.js";
import { NotFilled, field } from "./options.js";
import { localised, say } from "./words.js";

export class SlashForm {
  /** `doing`: leave(), sent(), openModal(answer, channelId), wordsFor(error), announce(words). */
  constructor(entry, channel, { store, suggest, doing }) {
    this.entry = entry;
    this.path = entry.path;
    this.channel = channel;
    this.store = store;
    this.suggest = suggest;
    this.doing = doing;
    this.fields = [];
    this.aboutLine = el("div", { class: "slash-about", id: "slash-about" });
    this.errorLine = el("div", { class: "slash-error", role: "alert" });
    this.row = el("div", { class: "slash-row" }, el("span", { class: "slash-name" }, `/${entry.shown}`));
    this.offers = el("div", { class: "slash-offers" });
    const cancel = el("button", { type: "button", class: "icon-button", "aria-label": say("cancel"), title: say("cancel"), on: { click: () => doing.leave() } }, icon("close", 18));
    this.send = el("button", { type: "submit", class: "icon-button send", "aria-label": say("send"), title: say("send") }, icon("send", 20));
    this.element = el(
      "form",
      { class: "slash", "aria-label": `/${entry.shown}`, on: { submit: (event) => this.#submitted(event) } },
      el("div", { class: "slash-top" }, this.aboutLine, cancel),
      this.errorLine,
      el("div", { class: "slash-line" }, el("div", { class: "slash-fields" }, this.row, this.offers), this.send),
    );
    this.element.addEventListener("keydown", (event) => this.#key(event));
    this.about(null);
    for (const option of entry.options) if (option.required) this.#add(option);
    this.#drawOffers();
  }

  /** Where the typing begins: the first field that has to be filled in, or the first, or the send button. */
  focus() {
    const empty = this.fields.find(({ option, input }) => option.required && input.value === "");
    ((empty ?? this.fields[0])?.input ?? this.send).focus();
  }

  /** Fill in values by the options' English names. */
  fill(values) {
    for (const [name, value] of Object.entries(values)) {
      const option = this.entry.options.find((it) => it.name === name);
      if (option) this.#ensure(option).put(String(value));
    }
    this.#drawOffers();
  }

  /** Say what the command, or one of its options, is for. */
  about(option) {
    const words = option ? localised(option, "description") : this.entry.description;
    this.aboutLine.replaceChildren(el("b", {}, option ? localised(option, "name") : `/${this.entry.shown}`), " ", words);
  }

  announce(words) {
    this.doing.announce(words);
  }

  #ensure(option) {
    return this.fields.find((it) => it.option === option) ?? this.#add(option);
  }

  #add(option) {
    const made = field(option, this);
    this.fields.push(made);
    this.row.append(made.element);
    return made;
  }

  /** Buttons for the options that are not in the row yet. */
  #drawOffers() {
    const left = this.entry.options.filter((option) => !this.fields.some((it) => it.option === option));
    this.offers.replaceChildren(
      ...left.map((option) =>
        el("button", { type: "button", class: "offer", title: localised(option, "description"), "aria-label": say("add-option", { name: localised(option, "name") }), data: { offer: option.name }, on: { click: () => this.#take(option), focus: () => this.about(option) } }, icon("plus", 14), localised(option, "name")),
      ),
    );
  }

  #take(option) {
    const made = this.#add(option);
    this.#drawOffers();
    made.input.focus();
  }

  /** A field was left empty by Backspace, or removed. */
  leave(left) {
    const at = this.fields.indexOf(left);
    if (left.option.required) {
      if (at > 0) this.fields[at - 1].input.focus();
      else this.doing.leave();
      return;
    }
    this.fields.splice(at, 1);
    left.element.remove();
    this.suggest.hide();
    this.#drawOffers();
    (this.fields[at - 1]?.input ?? this.offers.querySelector("button") ?? this.send).focus();
  }

  /** After a choice or a file was taken: on to the next field that is empty. Enter on a file's button would ask for a file again. */
  next(after) {
    const at = this.fields.indexOf(after);
    const empty = this.fields.slice(at + 1).find((it) => it.input.value === "");
    if (empty) empty.input.focus();
    else if (after.input.localName === "button") this.send.focus();
  }

  /** The values of the other fields, for autocomplete. */
  typed(except) {
    const values = {};
    for (const it of this.fields) {
      const value = it === except ? undefined : it.soFar();
      if (value !== undefined) values[it.option.name] = value;
    }
    return values;
  }

  #key(event) {
    if (event.defaultPrevented || event.isComposing) return;
    if (event.key === "Enter" && event.target.matches("textarea, input") && !event.shiftKey) {
      event.preventDefault();
      this.element.requestSubmit();
    } else if (event.key === "Escape") {
      event.preventDefault();
      this.doing.leave();
    }
  }

  async #submitted(event) {
    event.preventDefault();
    if (this.isSending) return;
    this.isSending = true;
    this.suggest.hide();
    this.errorLine.textContent = "";
    try {
      const options = {};
      for (const it of this.fields) {
        const value = await this.#valueOf(it);
        if (value !== undefined) options[it.option.name] = value;
      }
      await this.#sendOff(options);
    } catch (error) {
      this.errorLine.textContent = error instanceof NotFilled ? error.message : this.doing.wordsFor(error);
    }
    this.isSending = false;
  }

  async #valueOf(it) {
    try {
      return await it.value();
    } catch (error) {
      it.input.setAttribute("aria-invalid", "true");
      it.input.focus();
      throw error;
    }
  }

  async #sendOff(options) {
    this.element.setAttribute("aria-busy", "true");
    const { store, channel } = this;
    try {
      const answer = await act("interact", { kind: "slash", person: store.me.id, channel: channel.id, command: this.path, options });
      this.doing.sent();
      if (!answer.acknowledged) {
        store.notice(channel.id, silence(store), { interaction_metadata: { name: this.path, command_type: 1, user: { id: store.me.id, global_name: store.me.name } } });
      }
      if (answer.modal) this.doing.openModal(answer, channel.id);
    } finally {
      this.element.removeAttribute("aria-busy");
    }
  }
}
