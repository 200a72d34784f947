/** "Model and faults": who answers, what is wrong on purpose, the bot's process, and starting afresh. */

import { act, look } from "../api.js";
import { el } from "../dom.js";
import { say } from "./words.js";

const FAULTS = ["none", "slow", "down", "refusing"];
const EVERY_ROUTE = "/";
const LIMIT_SECONDS = 2;

function button(label, onClick, attributes = {}) {
  return el("button", { type: "button", class: "button button-2", on: { click: onClick }, ...attributes }, label);
}

/** A button with a sentence on what it does. */
function explained(key, onClick, attributes = {}) {
  const help = `help-${key}`;
  return el("div", { class: "switch" }, button(say(key), onClick, { "aria-describedby": help, ...attributes }), el("small", { id: help }, say(`${key}-help`)));
}

export class Switches {
  #state = null;

  constructor(store, wordsFor) {
    this.store = store;
    this.wordsFor = wordsFor;
    this.status = el("p", { class: "panel-status", role: "status" });
    this.model = el("section", { "aria-labelledby": "who-answers" });
    this.wrong = el("section", { "aria-labelledby": "model-wrong" });
    this.discord = el("section", { "aria-labelledby": "discord-wrong" });
    this.bot = el("section", { "aria-labelledby": "the-bot" });
    this.afresh = el("section", { "aria-labelledby": "afresh" });
    this.element = el("div", { class: "panel-body switches" }, this.status, this.model, this.wrong, this.discord, this.bot, this.afresh);
    store.on("controls", (state) => this.#take(state));
  }

  async show() {
    this.status.textContent = "";
    this.#state = null; // a playground that was started anew counts its looks from one again
    const state = await look("controls", {});
    if (!this.#isOld(state)) this.#state = state;
    this.#drawModel();
    this.#drawRest();
  }

  /** The answer to a request may come after something newer that the socket brought. */
  #isOld(state) {
    return this.#state !== null && state.look < this.#state.look;
  }

  /** The state as it is now; the form, in which somebody may be writing, is drawn anew only when the model changed. */
  #take(state) {
    if (this.#isOld(state)) return;
    const before = this.#state;
    this.#state = state;
    if (!before || !this.element.isConnected) return;
    const { kind, address, model, has_key: hasKey } = state.model;
    const old = before.model;
    if (kind !== old.kind || address !== old.address || model !== old.model || hasKey !== old.has_key) this.#drawModel();
    this.#drawRest();
  }

  async #do(path, body, done) {
    try {
      const state = await act(path, body);
      if (state.model) this.#take(state);
      this.status.textContent = done;
      return true;
    } catch (error) {
      this.status.textContent = this.wordsFor(error);
      return false;
    }
  }

  /** Draw a section anew; whoever was on one of its buttons stays there. */
  #fill(section, ...children) {
    const held = section.contains(document.activeElement) ? document.activeElement.dataset.switch : null;
    section.replaceChildren(...children.flat().filter(Boolean));
    if (held) section.querySelector(`[data-switch="${held}"]`)?.focus();
  }

  // ---- who answers

  #drawModel() {
    const { model } = this.#state;
    const kinds = ["quoting", "toy", "own", ...(model.settings_model ? ["settings"] : [])];
    const own = this.#ownFields(model);
    const radios = kinds.map((kind) => {
      const input = el("input", { type: "radio", name: "who-answers", value: kind, checked: kind === model.kind, "aria-describedby": `kind-${kind}`, on: { change: () => (own.hidden = kind !== "own") } });
      const words = el("span", {}, say(`kind-${kind}`, { model: model.settings_model }), el("small", { id: `kind-${kind}` }, say(`kind-${kind}-help`)));
      return el("label", { class: "choice" }, input, words);
    });
    own.hidden = model.kind !== "own";
    const form = el(
      "form",
      { class: "model-form", autocomplete: "off", on: { submit: (event) => (event.preventDefault(), this.#choose(form)) } },
      el("div", { class: "choices", role: "radiogroup", "aria-labelledby": "who-answers" }, radios),
      own,
      el("button", { type: "submit", class: "button button-1", data: { switch: "use" } }, say("use")),
    );
    const now = model.kind === "own" && el("p", { class: "panel-note" }, say("now-own", { model: model.model, address: model.address }), " ", model.has_key && say("key-kept"), " ", button(say("forget"), () => this.#do("model", { kind: "quoting" }, say("starting")), { data: { switch: "forget" } }));
    this.#fill(this.model, el("h3", { id: "who-answers" }, say("who-answers")), now, form);
  }

  #ownFields(model) {
    const isOwn = model.kind === "own";
    const field = (name, attributes, help) =>
      el("div", { class: "field" }, el("label", { for: `model-${name}`, class: "field-label" }, say(name)), el("input", { id: `model-${name}`, name, autocomplete: "off", spellcheck: "false", ...(help && { "aria-describedby": `model-${name}-help` }), ...attributes }), help && el("small", { id: `model-${name}-help`, class: "field-help" }, help));
    return el(
      "div",
      { class: "own-model" },
      field("address", { type: "url", inputmode: "url", value: isOwn ? model.address : "" }, say("address-help")),
      field("model", { type: "text", value: isOwn ? model.model : "" }),
      field("key", { type: "password" }, say("key-help")),
    );
  }

  async #choose(form) {
    const kind = new FormData(form).get("who-answers");
    const [address, model, key] = ["address", "model", "key"].map((name) => form.elements[name]);
    const body = kind === "own" ? { kind, address: address.value, model: model.value, key: key.value } : { kind };
    // Once the playground has it, the key does not stay in the page.
    if (await this.#do("model", body, say("starting"))) key.value = "";
  }

  // ---- faults and the bot

  #drawRest() {
    this.#drawFaults();
    this.#drawDiscord();
    this.#drawBot();
    this.#drawAfresh();
  }

  #drawFaults() {
    const { fault, through_playground: possible } = this.#state.model;
    const buttons = FAULTS.map((name) => {
      const help = name !== "none" && el("small", { id: `fault-${name}-help` }, say(`fault-${name}-help`));
      const attributes = { "aria-pressed": String(fault === name), disabled: !possible, data: { switch: `fault-${name}` }, ...(help && { "aria-describedby": `fault-${name}-help` }) };
      return el("div", { class: "switch" }, button(say(`fault-${name}`), () => this.#do("model-fault", { fault: name }, say(`fault-${name}`)), attributes), help);
    });
    const not = !possible && el("p", { class: "panel-note" }, say("model-wrong-not"));
    this.#fill(this.wrong, el("h3", { id: "model-wrong" }, say("model-wrong")), not, buttons);
  }

  #drawDiscord() {
    const isWaiting = this.#state.waiting.length > 0;
    const limit = () => (isWaiting ? this.#do("fault", { fault: "clear" }, say("limit-off")) : this.#do("fault", { fault: "rate_limit", route: EVERY_ROUTE, seconds: LIMIT_SECONDS }, say("limit-on")));
    this.#fill(
      this.discord,
      el("h3", { id: "discord-wrong" }, say("discord-wrong")),
      explained("cut", () => this.#do("fault", { fault: "drop_gateway" }, say("cut-done")), { data: { switch: "cut" } }),
      explained("limit", limit, { "aria-pressed": String(isWaiting), data: { switch: "limit" } }),
    );
  }

  #drawBot() {
    const { managed, running, ready, starts, connections, given_up: down } = this.#state.bot;
    const counted = { count: starts, times: connections };
    const [how, words] = !managed ? ["elsewhere", say("bot-elsewhere")] : down ? ["down", say("bot-down", { count: down.ends, status: down.status })] : !running ? ["stopped", say("bot-stopped")] : ready ? ["running", say("bot-running", counted)] : ["starting", say("bot-starting", counted)];
    const kill = explained("kill", () => this.#do("bot", { do: "kill" }, say("killed")), { disabled: !running || !managed, data: { switch: "kill" } });
    const restart = explained("restart", () => this.#do("bot", { do: "restart" }, say("restarting")), { disabled: !managed, data: { switch: "restart" } });
    const again = explained("again", () => this.#do("bot", { do: "restart" }, say("again-done")), { data: { switch: "again" } });
    this.#fill(
      this.bot,
      el("h3", { id: "the-bot" }, say("the-bot")),
      el("p", { class: "panel-note", data: { bot: how, starts, connections } }, words),
      ...(down ? [again] : [kill, restart]),
    );
  }

  #drawAfresh() {
    this.#fill(this.afresh, el("h3", { id: "afresh" }, say("afresh")), explained("afresh", () => this.#askAgain(), { disabled: !this.#state.afresh, data: { switch: "afresh" } }));
  }

  #askAgain() {
    const dialog = el("dialog", { class: "modal", "aria-labelledby": "afresh-title" });
    const begin = () => {
      dialog.close();
      this.status.textContent = say("afresh-busy");
      this.#do("afresh", { confirm: true }, "");
    };
    dialog.append(
      el("header", {}, el("h2", { id: "afresh-title" }, say("afresh-sure"))),
      el("div", { class: "modal-body" }, el("p", {}, say("afresh-help"))),
      el("div", { class: "modal-foot" }, button(say("afresh-no"), () => dialog.close(), { autofocus: true }), button(say("afresh-yes"), begin, { class: "button button-4" })),
    );
    dialog.addEventListener("close", () => dialog.remove());
    document.body.append(dialog);
    dialog.showModal();
  }
}
