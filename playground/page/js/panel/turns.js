/** "What happened": what each of this person's questions, commands and buttons did. A lesson, and how faults are found. */

import { look } from "../api.js";
import { el } from "../dom.js";
import { clock } from "../times.js";
import { deed } from "./deeds.js";
import { question } from "./questions.js";
import { say } from "./words.js";

const MOST_SHOWN = 200; // as many as the playground keeps

export class Turns {
  #turns = new Map();
  #person = null;
  #showing = Promise.resolve();
  #heardMeanwhile = null; // while an answer is on its way: what the socket brings

  /** `showAnswer(turn)` goes to the message of a turn; `titleOf(deed)` says what was used. */
  constructor(store, { showAnswer, titleOf }) {
    this.store = store;
    this.showAnswer = showAnswer;
    this.titleOf = titleOf;
    this.intro = el("p", { class: "panel-intro" });
    this.list = el("ol", { class: "turns" });
    this.own = el("p", { class: "panel-note" });
    this.told = el("p", { class: "ears", role: "status" });
    this.element = el("div", { class: "panel-body" }, this.intro, this.list, this.own, this.told);
    store.on("turn", (turn) => this.#heard(turn));
  }

  /** Ask anew for everything, for whoever is at the screen now. Of two that are under way, only the later one draws. */
  show() {
    this.#showing = this.#load();
    return this.#showing;
  }

  async #load() {
    const person = this.store.me?.id;
    if (!person) return;
    const heard = (this.#heardMeanwhile = []);
    let turns;
    try {
      ({ turns } = await look("turns", { person }));
    } finally {
      if (this.#heardMeanwhile === heard) this.#heardMeanwhile = null;
      else turns = null; // somebody asked again: that answer is drawn
    }
    if (!turns || this.store.me?.id !== person) return;
    if (this.#person !== person) this.list.replaceChildren();
    this.#person = person;
    this.#turns.clear();
    // What was heard while the answer was on its way may be newer than the answer.
    for (const turn of [...turns, ...heard]) this.#take(turn);
    this.#draw();
  }

  /** Open one turn and go there, once everything that is being asked for is there. */
  async reveal(id) {
    const isKnown = this.#person === this.store.me?.id && this.#turns.has(id);
    if (!isKnown && !this.#heardMeanwhile) this.show();
    for (let awaited; awaited !== this.#showing; ) {
      awaited = this.#showing;
      await awaited;
    }
    const item = this.#item(id);
    if (!item) return;
    this.#openOnly(item);
    const summary = item.querySelector("summary");
    summary.scrollIntoView({ block: "start" });
    summary.focus({ preventScroll: true });
  }

  #take(turn) {
    if (turn.interaction) this.#turns.delete(turn.interaction); // the command that became this question
    this.#turns.set(turn.id, turn);
    while (this.#turns.size > MOST_SHOWN) this.#turns.delete(this.#turns.keys().next().value);
  }

  #item(id) {
    return this.list.querySelector(`[data-turn="${CSS.escape(id)}"]`);
  }

  #openOnly(item) {
    for (const it of this.list.children) it.querySelector("details").open = it === item;
  }

  /**
   * Bring the list up to date, newest first. What has not changed stays as it is, with what is unfolded and focused in it.
   * A new turn opens by itself where none, or the newest, was open before: who reads another one is left alone.
   */
  #draw() {
    const newest = this.list.firstElementChild;
    const isNewestOpen = newest?.querySelector("details").open;
    const isAnyOpen = Boolean(this.list.querySelector(".turn > details[open]"));
    const isRead = newest?.contains(document.activeElement);
    const wanted = [...this.#turns.values()].reverse().map((turn) => this.#itemFor(turn));
    for (const item of [...this.list.children]) if (!wanted.includes(item)) item.remove();
    for (const [at, item] of wanted.entries()) if (this.list.children[at] !== item) this.list.insertBefore(item, this.list.children[at] ?? null);
    this.intro.textContent = say(wanted.length ? "turns-intro" : "turns-none");
    this.own.textContent = say("turns-own");
    const isNewer = wanted.length > 0 && wanted[0].dataset.turn !== newest?.dataset.turn;
    if (isNewer && (isNewestOpen || !isAnyOpen) && !isRead) this.#openOnly(wanted[0]);
  }

  /** The element of a turn: the one that is there, unless the turn or the language has changed. */
  #itemFor(turn) {
    const old = this.#item(turn.id);
    const state = document.documentElement.lang + JSON.stringify(turn);
    if (old?.state === state) return old;
    const item = this.#drawTurn(turn);
    item.state = state;
    if (!old) return item;
    const unfolded = [...old.querySelectorAll("[data-stage] > details[open]")].map((it) => it.parentElement.dataset.stage);
    const isHeld = old.contains(document.activeElement);
    item.querySelector("details").open = old.querySelector("details").open;
    if (unfolded.length) item.fill();
    for (const name of unfolded) item.querySelector(`[data-stage="${name}"] > details`).open = true;
    old.replaceWith(item);
    if (isHeld) item.querySelector("summary").focus({ preventScroll: true });
    return item;
  }

  /** The stages are drawn when they are first looked at: hundreds of turns may be there. */
  #drawTurn(turn) {
    const account = turn.kind ? deed(turn, this.titleOf) : question(turn);
    const when = clock(new Date(turn.asked_at));
    const hasMessage = !turn.kind || turn.message;
    const fill = () => {
      if (details.childElementCount > 1) return;
      if (hasMessage) details.append(el("button", { type: "button", class: "link turn-answer", on: { click: () => this.showAnswer(turn) } }, say("show-answer")));
      details.append(el("ol", { class: "stages" }, account.stages()));
    };
    const details = el(
      "details",
      { on: { toggle: fill } },
      el("summary", { on: { click: fill } }, el("span", { class: "turn-question" }, account.title), el("small", {}, [when, account.outcome, say("total", { ms: account.ms })].join(" · "))),
    );
    const item = el("li", { class: "turn", data: { turn: turn.id, kind: turn.kind ?? "question" } }, details);
    item.fill = fill;
    return item;
  }

  #heard(turn) {
    this.#heardMeanwhile?.push(turn);
    if (this.#person !== this.store.me?.id || !this.element.isConnected) return;
    const isNew = !this.#turns.has(turn.id);
    this.#take(turn);
    this.#draw();
    if (isNew) this.told.textContent = say("turn-new", { outcome: this.#item(turn.id)?.querySelector("small").textContent ?? "" });
  }
}
