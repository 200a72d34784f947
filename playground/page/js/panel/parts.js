/** What the accounts of turns and of commands have in common: how facts, long texts, passages and stages are drawn. */

import { el } from "../dom.js";
import { named, say } from "./words.js";

const FOLDED = 400;

/** A list of terms and what they are; rows without a value are left out. */
export function facts(...rows) {
  const shown = rows.filter(([, value]) => value !== "" && value !== null && value !== undefined);
  return el("dl", { class: "facts" }, shown.map(([name, value]) => el("div", {}, el("dt", {}, name), el("dd", {}, value))));
}

/** Text word for word; folded away when it is long, and reachable by keyboard where it scrolls. */
export function verbatim(what, text) {
  const whole = el("pre", { class: "verbatim", tabindex: "0", "aria-label": say("text-of", { what }) }, text);
  return text.length <= FOLDED ? whole : el("details", { class: "fold" }, el("summary", {}, say("text-of", { what })), whole);
}

/** A decision of the filters, with its reason where there is one. */
export function decision({ action, removed, category, rule, score }) {
  const why = rule && facts(["", say("filter-why", { category: category || "–", rule, score })]);
  return [el("p", {}, named("action", action).replace("{removed}", removed.join(", ") || "–")), why];
}

/** What a search found: whether it is enough, and the passages with how well they fit. */
export function found({ enough, score, passages }) {
  const rows = passages.map((passage, index) => {
    const name = say("passage", { number: index + 1, lesson: passage.lesson, heading: passage.heading });
    const fits = say("passage-score", { score: passage.score.toFixed(2) });
    const bar = el("meter", { min: "0", max: "1", value: String(passage.score), "aria-label": fits });
    return el("li", {}, el("details", { class: "fold" }, el("summary", {}, name, el("span", { class: "score" }, bar, el("small", {}, fits))), el("p", { class: "passage", lang: passage.language }, passage.text)));
  });
  return [el("p", {}, say(enough ? "evidence-enough" : "evidence-little", { score: score.toFixed(2) })), el("ol", { class: "passages" }, rows)];
}

/** The messages of a prompt, word for word. */
export function promptOf(messages) {
  return el("ol", { class: "prompt" }, messages.map(({ role, content }) => el("li", {}, el("b", { class: "role" }, named("role", role)), verbatim(named("role", role), content))));
}

/** What one call of a model was and cost. */
export function callOf({ name, promptTokens, completionTokens, cost, ms }) {
  return facts(
    [say("model-name"), name],
    [say("model-prompt-tokens"), promptTokens],
    [say("model-completion-tokens"), completionTokens],
    [say("model-cost"), cost ? say("cost-usd", { amount: cost }) : say("cost-unknown")],
    [say("model-time"), ms === undefined ? "" : say("ms", { ms })],
  );
}

/**
 * One stage: its name and time, and, unfolded, why it is there and what it did. `part` is its share of the whole time (0 to 1);
 * `isReached` whether it came to it at all.
 */
export function drawStage(name, { time, part, isReached, content }) {
  return el(
    "li",
    { class: isReached ? "stage" : "stage stage-not", data: { stage: name } },
    el(
      "details",
      {},
      el("summary", {}, el("span", { class: "stage-name" }, say(`stage-${name}`)), el("small", { class: "stage-time" }, time), el("i", { class: "time-bar", style: `--part:${part || 0}`, "aria-hidden": "true" })),
      el("p", { class: "lesson" }, say(`lesson-${name}`)),
      content,
    ),
  );
}
