/** "What happened": each of this person's turns with its stages, as the bot reports them. A lesson, and how faults are found. */

import { look } from "../api.js";
import { el } from "../dom.js";
import { named, say } from "./words.js";

const STAGES = ["filter", "recall", "retrieve", "prompt", "model", "gate", "store"];
const MOST_SHOWN = 200; // as many as the playground keeps
const FOLDED = 400;

/** A list of terms and what they are; rows without a value are left out. */
function facts(...rows) {
  const shown = rows.filter(([, value]) => value !== "" && value !== null && value !== undefined);
  return el("dl", { class: "facts" }, shown.map(([name, value]) => el("div", {}, el("dt", {}, name), el("dd", {}, value))));
}

/** Text word for word; folded away when it is long, and reachable by keyboard where it scrolls. */
function verbatim(what, text) {
  const whole = el("pre", { class: "verbatim", tabindex: "0", "aria-label": say("text-of", { what }) }, text);
  return text.length <= FOLDED ? whole : el("details", { class: "fold" }, el("summary", {}, say("text-of", { what })), whole);
}

const DRAW = {
  filter({ filter }) {
    const why = filter.rule && facts(["", say("filter-why", { category: filter.category || "–", rule: filter.rule, score: filter.score })]);
    return [el("p", {}, named("action", filter.action).replace("{removed}", filter.removed.join(", ") || "–")), why];
  },

  recall({ prompt, shared }) {
    return [el("p", {}, shared ? say("recall-shared") : say("recall-turns", { count: prompt.remembered_turns }))];
  },

  retrieve({ evidence }) {
    const rows = evidence.passages.map((passage, index) => {
      const name = say("passage", { number: index + 1, lesson: passage.lesson, heading: passage.heading });
      const fits = say("passage-score", { score: passage.score.toFixed(2) });
      const bar = el("meter", { min: "0", max: "1", value: String(passage.score), "aria-label": fits });
      return el("li", {}, el("details", { class: "fold" }, el("summary", {}, name, el("span", { class: "score" }, bar, el("small", {}, fits))), el("p", { class: "passage", lang: passage.language }, passage.text)));
    });
    return [el("p", {}, say(evidence.enough ? "evidence-enough" : "evidence-little", { score: evidence.score.toFixed(2) })), el("ol", { class: "passages" }, rows)];
  },

  prompt({ prompt }) {
    if (!prompt.messages.length) return [el("p", {}, say("no-prompt"))];
    const messages = prompt.messages.map(({ role, content }) => el("li", {}, el("b", { class: "role" }, named("role", role)), verbatim(named("role", role), content)));
    return [el("p", {}, say("prompt-name", { name: prompt.name || "–", count: prompt.messages.length })), el("ol", { class: "prompt" }, messages)];
  },

  model({ model, prompt }) {
    const failed = model.quoting_because && el("p", {}, say("failed-because", { reason: named("reason", model.quoting_because) }));
    if (!prompt.messages.length) return [el("p", {}, say("no-model")), failed];
    if (!model.name) return [failed];
    const cost = model.cost_usd ? say("cost-usd", { amount: model.cost_usd }) : say("cost-unknown");
    const rows = facts([say("model-name"), model.name], [say("model-prompt-tokens"), model.prompt_tokens], [say("model-completion-tokens"), model.completion_tokens], [say("model-cost"), cost]);
    return [failed, rows];
  },

  gate({ filter, outcome }) {
    if (filter.output_category) return [el("p", {}, say("gate-withheld", { category: filter.output_category }))];
    return [el("p", {}, say(outcome === "answered" ? "gate-passed" : "gate-nothing"))];
  },

  store({ stored }) {
    if (!stored.kept) return [el("p", {}, say("stored-not"))];
    const sources = stored.citations.map(({ number, lesson, heading }) => el("div", {}, say("passage", { number, lesson, heading })));
    return [
      facts([say("stored-question"), stored.question || say("stored-none")], [say("stored-citations"), sources.length ? sources : ""]),
      el("b", { class: "role" }, say("stored-answer")),
      verbatim(say("stored-answer"), stored.answer),
    ];
  },
};

/** Whether a turn came as far as a stage. */
function reached(name, turn) {
  const timed = turn.stages.some((stage) => stage.name === name);
  if (name === "prompt") return turn.prompt.messages.length > 0;
  if (name === "gate") return turn.outcome === "answered" || turn.outcome === "withheld";
  return timed;
}

function drawStage(name, turn, total) {
  const ms = turn.stages.find((stage) => stage.name === name)?.ms;
  const isReached = reached(name, turn);
  const time = ms === undefined ? (isReached ? "" : say("not-reached")) : say("ms", { ms: ms || "<1" });
  const bar = el("i", { class: "time-bar", style: `--part:${ms === undefined || total === 0 ? 0 : ms / total}`, "aria-hidden": "true" });
  return el(
    "li",
    { class: isReached ? "stage" : "stage stage-not", data: { stage: name } },
    el(
      "details",
      {},
      el("summary", {}, el("span", { class: "stage-name" }, say(`stage-${name}`)), el("small", { class: "stage-time" }, time), bar),
      el("p", { class: "lesson" }, say(`lesson-${name}`)),
      isReached || name === "model" ? DRAW[name](turn) : null,
    ),
  );
}

/** The stages are drawn when they are first looked at: hundreds of turns may be there. */
function drawTurn(turn, showAnswer) {
  const total = turn.stages.reduce((sum, { ms }) => sum + ms, 0);
  const when = new Date(turn.asked_at).toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" });
  const fill = () => {
    if (details.childElementCount > 1) return;
    details.append(
      el("button", { type: "button", class: "link turn-answer", on: { click: () => showAnswer(turn) } }, say("show-answer")),
      el("ol", { class: "stages" }, STAGES.map((name) => drawStage(name, turn, total))),
    );
  };
  const details = el(
    "details",
    { on: { toggle: fill } },
    el(
      "summary",
      { on: { click: fill } },
      el("span", { class: "turn-question" }, turn.stored.question || say("no-question")),
      el("small", {}, [when, named("outcome", turn.outcome), say("total", { ms: total })].join(" · ")),
    ),
  );
  return el("li", { class: "turn", data: { turn: turn.id } }, details);
}

export class Turns {
  #turns = [];
  #person = null;

  /** `showAnswer(turn)` goes to the message of a turn. */
  constructor(store, showAnswer) {
    this.store = store;
    this.showAnswer = showAnswer;
    this.list = el("ol", { class: "turns" });
    this.told = el("p", { class: "ears", role: "status" });
    this.element = el("div", { class: "panel-body" });
    store.on("turn", (turn) => this.#heard(turn));
  }

  /** Draw everything, for whoever is at the screen now. */
  async show() {
    const person = this.store.me?.id;
    if (!person) return;
    const { turns } = await look("turns", { person });
    if (this.store.me?.id !== person) return;
    this.#person = person;
    this.#turns = turns.slice(-MOST_SHOWN);
    this.draw();
  }

  draw() {
    this.list.replaceChildren(...this.#turns.map((turn) => drawTurn(turn, this.showAnswer)).reverse());
    const nothing = this.#turns.length === 0;
    this.element.replaceChildren(
      el("p", { class: "panel-intro" }, say(nothing ? "turns-none" : "turns-intro")),
      this.list,
      el("p", { class: "panel-note" }, say("turns-own")),
      this.told,
    );
    this.list.querySelector("details")?.setAttribute("open", "");
  }

  /** Open one turn and go there. */
  reveal(id) {
    const item = this.list.querySelector(`[data-turn="${CSS.escape(id)}"]`);
    if (!item) return;
    for (const open of this.list.querySelectorAll(".turn > details[open]")) open.removeAttribute("open");
    item.querySelector("details").open = true;
    const summary = item.querySelector("summary");
    summary.scrollIntoView({ block: "start" });
    summary.focus({ preventScroll: true });
  }

  #heard(turn) {
    if (this.#person !== this.store.me?.id || !this.element.isConnected) return;
    this.#turns.push(turn);
    if (this.#turns.length === 1) return this.draw();
    this.list.querySelector(".turn > details[open]")?.removeAttribute("open");
    const fresh = drawTurn(turn, this.showAnswer);
    fresh.querySelector("details").open = true;
    this.list.prepend(fresh);
    while (this.list.childElementCount > MOST_SHOWN) this.list.lastElementChild.remove();
    this.told.textContent = say("turn-new", { outcome: named("outcome", turn.outcome) });
  }
}
