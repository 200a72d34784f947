/** One field for each kind of option of a slash command. */

import { act, upload } from "./api.js";
import { afterQuiet, el, icon } from "./dom.js";
import { Kind } from "./commands.js";
import { localised, say } from "./words.js";

const TYPING_PAUSE = 120;
let counter = 0;

/** What is wrong with a field, in words. */
export class NotFilled extends Error {}

/**
 * The field of an option. `form`: `suggest` (the list), `store`, `channel`, `typed(except)` (values of the other fields),
 * `leave(field)` (Backspace in an empty field), `announce(words)`.
 */
export function field(option, form) {
  if (option.type === Kind.FILE) return new FileField(option, form);
  if (option.autocomplete) return new CompletedField(option, form);
  if (option.choices?.length || [Kind.YES_NO, Kind.PERSON, Kind.CHANNEL, Kind.ROLE, Kind.ANYBODY].includes(option.type)) return new ListField(option, form);
  return new TypedField(option, form);
}

/** What every field has: a label, an input, and a value that is read when the command is sent. */
class Field {
  constructor(option, form) {
    this.option = option;
    this.form = form;
    this.name = localised(option, "name");
    this.id = `option-${(counter += 1)}`;
    this.input = this.makeInput();
    this.input.id = this.id;
    this.input.setAttribute("aria-describedby", "slash-about");
    if (option.required && this.input.localName !== "button") this.input.setAttribute("aria-required", "true");
    this.element = el(
      "div",
      { class: "option", data: { option: option.name } },
      el("label", { for: this.id }, this.name, option.required && el("span", { class: "must", "aria-hidden": "true" }, "*")),
      this.input,
      !option.required && el("button", { type: "button", class: "option-remove", "aria-label": say("remove-option", { name: this.name }), on: { click: () => form.leave(this) } }, icon("close", 14)),
    );
    this.input.addEventListener("focus", () => this.focused());
    this.input.addEventListener("blur", () => form.suggest.hideFor(this.input));
    this.input.addEventListener("input", () => {
      this.input.removeAttribute("aria-invalid");
      this.changed();
    });
    this.input.addEventListener("keydown", (event) => {
      if (this.holds(event) || form.suggest.key(event)) return;
      if (event.key === "Backspace" && this.input.value === "" && !this.picked) {
        event.preventDefault();
        form.leave(this);
      }
    });
  }

  makeInput() {
    return el("input", { type: "text", autocomplete: "off", role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false" });
  }

  focused() {
    this.form.about(this.option);
    this.changed();
  }

  changed() {}

  /** Whether a key has to wait for something. */
  holds() {
    return false;
  }

  /** The value as the playground takes it, or undefined for none. Raises NotFilled. */
  async value() {
    const value = this.read();
    if (value === undefined && this.option.required) throw new NotFilled(say("needed", { name: this.name }));
    return value;
  }

  /** The value while other fields are completed: nothing may be wrong with it. */
  soFar() {
    try {
      return this.read();
    } catch {
      return undefined;
    }
  }

  put(text) {
    this.input.value = text;
    this.input.dispatchEvent(new Event("input"));
  }
}

/** Free text and numbers. */
class TypedField extends Field {
  makeInput() {
    if (this.option.type === Kind.TEXT) return el("textarea", { rows: "1", autocomplete: "off", spellcheck: "true" });
    return el("input", { type: "text", inputmode: this.option.type === Kind.WHOLE ? "numeric" : "decimal", autocomplete: "off" });
  }

  changed() {
    if (this.input.localName === "textarea") grow(this.input);
  }

  read() {
    const { option, name } = this;
    const text = this.input.value.trim();
    if (text === "") return undefined;
    if (option.type === Kind.TEXT) {
      const length = [...text].length;
      if (option.min_length && length < option.min_length) throw new NotFilled(say("at-least-characters", { name, count: option.min_length }));
      if (option.max_length && length > option.max_length) throw new NotFilled(say("at-most-characters", { name, count: option.max_length }));
      return text;
    }
    return readNumber(text, option, name);
  }
}

function readNumber(text, option, name) {
  const number = Number(text);
  if (!Number.isFinite(number)) throw new NotFilled(say("not-a-number", { name }));
  if (option.type === Kind.WHOLE && !Number.isInteger(number)) throw new NotFilled(say("not-whole", { name }));
  if (option.min_value !== undefined && option.min_value !== null && number < option.min_value) throw new NotFilled(say("at-least", { name, count: option.min_value }));
  if (option.max_value !== undefined && option.max_value !== null && number > option.max_value) throw new NotFilled(say("at-most", { name, count: option.max_value }));
  return number;
}

/** One out of a list that is known: choices, yes or no, people, channels, roles. */
class ListField extends Field {
  #items() {
    const { option, form } = this;
    if (option.choices?.length) return option.choices.map((choice) => ({ label: localised(choice, "name"), value: choice.value }));
    if (option.type === Kind.YES_NO) return [{ label: say("yes"), value: true }, { label: say("no"), value: false }];
    const guild = form.channel.guild;
    const people = guild ? guild.members.map(({ id }) => id) : [form.store.me.id, form.store.bot.id];
    const asPerson = (id) => ({ label: `@${form.store.userName(id)}`, value: id });
    const roles = () => (guild?.roles ?? []).map(({ id, name }) => ({ label: name.startsWith("@") ? name : `@${name}`, value: id }));
    if (option.type === Kind.PERSON) return people.map(asPerson);
    if (option.type === Kind.ROLE) return roles();
    if (option.type === Kind.ANYBODY) return [...people.map(asPerson), ...roles()];
    const kinds = option.channel_types ?? [];
    return (guild?.channels ?? []).filter(({ type }) => !kinds.length || kinds.includes(type)).map(({ id, name }) => ({ label: `#${name}`, value: id }));
  }

  changed() {
    if (this.picked && this.picked.label !== this.input.value) this.picked = null;
    const wanted = this.picked ? "" : this.input.value.trim().toLowerCase();
    const items = this.#items().filter(({ label }) => label.toLowerCase().includes(wanted));
    const chosen = items.findIndex(({ value }) => value === this.picked?.value);
    if (document.activeElement !== this.input) return;
    this.form.suggest.show({ owner: this.input, title: this.name, items, first: Math.max(0, chosen), empty: say("no-choices"), onPick: (item) => this.take(item) });
  }

  take(item) {
    this.picked = item;
    this.input.value = item.label;
    this.input.removeAttribute("aria-invalid");
    this.form.suggest.hide();
    this.form.next(this);
  }

  read() {
    const text = this.input.value.trim().toLowerCase();
    if (this.picked) return this.picked.value;
    if (text === "") return undefined;
    const found = this.#items().find(({ label, value }) => label.toLowerCase() === text || String(value).toLowerCase() === text || label.toLowerCase() === `@${text}` || label.toLowerCase() === `#${text}`);
    if (!found) throw new NotFilled(say("pick-one", { name: this.name }));
    return found.value;
  }
}

/**
 * What the bot completes while it is typed; other values may be typed as well. Until the list for the newest words is there,
 * an older one can only be read: Enter and Tab wait, so that nobody takes what they did not type.
 */
class CompletedField extends Field {
  #asked = 0;
  #ask = afterQuiet(TYPING_PAUSE, () => this.#complete());
  #takesFirst = false;

  get #isWaiting() {
    return this.input.hasAttribute("aria-busy");
  }

  set #isWaiting(is) {
    if (is) this.input.setAttribute("aria-busy", "true");
    else this.input.removeAttribute("aria-busy");
  }

  changed() {
    if (this.picked && this.picked.label !== this.input.value) this.picked = null;
    this.#isWaiting = !this.picked && this.input.value !== "";
    this.#takesFirst = false;
    this.#asked += 1;
    if (this.#isWaiting) this.form.suggest.wait(this.input);
    this.#ask();
  }

  holds(event) {
    if (!this.#isWaiting || event.isComposing || event.shiftKey || !["Enter", "Tab"].includes(event.key)) return false;
    this.#takesFirst = true;
    event.preventDefault();
    return true;
  }

  async #complete() {
    const number = (this.#asked += 1);
    const { form, option } = this;
    let choices = [];
    try {
      const typed = this.picked ? "" : this.input.value;
      const answer = await act("interact", {
        kind: "autocomplete", person: form.store.me.id, channel: form.channel.id, command: form.path,
        options: { ...form.typed(this), [option.name]: typed }, focused: option.name,
      });
      choices = answer.choices ?? [];
    } catch {
      // Nothing to offer is no reason to stop typing.
    }
    if (number !== this.#asked) return;
    this.#isWaiting = false;
    if (document.activeElement !== this.input) return;
    const items = choices.map((choice) => ({ label: localised(choice, "name"), value: choice.value }));
    form.suggest.show({ owner: this.input, title: this.name, items, first: items.length ? 0 : -1, empty: say("no-choices"), onPick: (item) => this.take(item) });
    form.announce(say("choices-found", { count: items.length }));
    if (this.#takesFirst && items.length) this.take(items[0]);
    this.#takesFirst = false;
  }

  take(item) {
    this.picked = item;
    this.input.value = item.label;
    this.#asked += 1;
    this.#isWaiting = false;
    this.form.suggest.hide();
    this.form.next(this);
  }

  read() {
    if (this.picked) return this.picked.value;
    const text = this.input.value.trim();
    if (text === "") return undefined;
    return this.option.type === Kind.TEXT ? text : readNumber(text, this.option, this.name);
  }
}

/** One file. */
class FileField extends Field {
  #file = null;

  constructor(option, form) {
    super(option, form);
    this.chooser = el("input", { type: "file", hidden: true, tabindex: "-1", "aria-hidden": "true", on: { change: () => this.#take(this.chooser.files[0]) } });
    this.element.append(this.chooser);
  }

  makeInput() {
    const listeners = { click: () => this.chooser.click(), drop: (event) => this.#drop(event), dragover: (event) => event.preventDefault() };
    return el("button", { type: "button", class: "option-file", on: listeners }, say("choose-file"));
  }

  #drop(event) {
    event.preventDefault();
    event.stopPropagation();
    this.#take(event.dataTransfer.files[0]);
  }

  #take(file) {
    if (!file) return;
    this.#file = file;
    this.input.firstChild.data = file.name;
    this.form.next(this);
  }

  read() {
    return this.#file ?? undefined;
  }

  soFar() {
    return undefined;
  }

  async value() {
    const file = await super.value();
    if (!file) return undefined;
    const stored = await upload(this.form.store.me.id, this.form.channel.id, file);
    return { upload: stored.id };
  }
}

/** Let a text box be as high as its text. */
export function grow(box) {
  box.style.height = "auto";
  box.style.height = `${box.scrollHeight}px`;
}
