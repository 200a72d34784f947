/** How a question was answered, stage by stage, as the bot's report of the turn says. */

import { el } from "../dom.js";
import { callOf, decision, drawStage, facts, found, promptOf, verbatim } from "./parts.js";
import { named, say } from "./words.js";

const STAGES = ["filter", "recall", "retrieve", "prompt", "model", "gate", "store"];

const DRAW = {
  filter: ({ filter }) => decision(filter),

  recall: ({ prompt, shared }) => [el("p", {}, shared ? say("recall-shared") : say("recall-turns", { count: prompt.remembered_turns }))],

  retrieve: ({ evidence }) => found(evidence),

  prompt({ prompt }) {
    if (!prompt.messages.length) return [el("p", {}, say("no-prompt"))];
    return [el("p", {}, say("prompt-name", { name: prompt.name || "–", count: prompt.messages.length })), promptOf(prompt.messages)];
  },

  model({ model, prompt }) {
    const failed = model.quoting_because && el("p", {}, say("failed-because", { reason: named("reason", model.quoting_because) }));
    if (!prompt.messages.length) return [el("p", {}, say("no-model")), failed];
    if (!model.name) return [failed];
    return [failed, callOf({ name: model.name, promptTokens: model.prompt_tokens, completionTokens: model.completion_tokens, cost: model.cost_usd })];
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
  if (name === "prompt") return turn.prompt.messages.length > 0;
  if (name === "gate") return turn.outcome === "answered" || turn.outcome === "withheld";
  return turn.stages.some((stage) => stage.name === name);
}

function timeOf(turn) {
  return turn.stages.reduce((sum, { ms }) => sum + ms, 0);
}

/** The account of a question: `title`, `outcome`, `ms` in all, and `stages()`, drawn when somebody looks. */
export function question(turn) {
  const total = timeOf(turn);
  return {
    title: turn.stored.question || say("no-question"),
    outcome: named("outcome", turn.outcome),
    ms: total,
    stages: () =>
      STAGES.map((name) => {
        const ms = turn.stages.find((stage) => stage.name === name)?.ms;
        const isReached = reached(name, turn);
        const time = ms === undefined ? (isReached ? "" : say("not-reached")) : say("ms", { ms: ms || "<1" });
        return drawStage(name, { time, part: ms === undefined || total === 0 ? 0 : ms / total, isReached, content: isReached || name === "model" ? DRAW[name](turn) : null });
      }),
  };
}
