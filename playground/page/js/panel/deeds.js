/** What came of a command, a button or a form: the same stages as a question's, as far as it went through them. */

import { el } from "../dom.js";
import { callOf, decision, drawStage, found, promptOf } from "./parts.js";
import { named, say } from "./words.js";

const STAGES = ["ack", "filter", "retrieve", "prompt", "model", "gate", "store"];
const FINE = ["stop", "length"];

const paragraph = (...words) => el("p", {}, words);
const each = (items, draw) => (items.length > 1 ? el("ol", { class: "several" }, items.map((it) => el("li", {}, draw(it)))) : items.map(draw));
const sum = (items) => items.reduce((all, { ms }) => all + ms, 0);

/** Decisions that are alike in one, with how many pieces of text they were about: a model's answer is checked sentence by sentence. */
function counted(decisions) {
  const groups = new Map();
  for (const it of decisions) {
    const key = JSON.stringify([it.action, it.category, it.rule]);
    groups.set(key, { ...it, count: (groups.get(key)?.count ?? 0) + (it.pieces ?? 1) });
  }
  return [...groups.values()];
}

/** Why no answer of a model was used, besides what its calls ended with. */
const reasons = ({ calls, failures }) => [...new Set(failures.map(({ reason }) => reason))].filter((reason) => !calls.some(({ outcome }) => outcome === reason));

const DRAW = {
  ack: ({ acknowledged_ms: ms, response }) => [paragraph(ms === undefined ? say("ack-none") : say("ack-after", { ms, response: named("response", response) }))],

  filter: ({ filters }) => each(counted(filters.filter(({ side }) => side === "input")), decision),

  retrieve: ({ searches }) => each(searches, found),

  prompt: ({ prompts }) => each(prompts, ({ purpose, messages }) => (messages.length ? [paragraph(say("prompt-for", { purpose, count: messages.length })), promptOf(messages)] : [paragraph(say("prompt-hidden"))])),

  model({ calls, failures }) {
    const failed = (reason) => paragraph(say("failed-because", { reason: named("reason", reason) }));
    const told = each(calls, (call) => [
      !FINE.includes(call.outcome) && failed(call.outcome),
      callOf({ name: call.model, promptTokens: call.prompt_tokens, completionTokens: call.completion_tokens, cost: call.cost_usd, ms: call.ms }),
    ]);
    const unused = reasons({ calls, failures }).map(failed);
    return calls.length + unused.length ? [told, unused] : [paragraph(say("no-model"))];
  },

  gate: ({ filters }) => each(counted(filters.filter(({ side }) => side === "output")), (it) => [paragraph(say("gate-pieces", { count: it.count })), ...decision(it)]),

  store({ stored }) {
    if (!stored.length) return [paragraph(say("wrote-nothing"))];
    return [el("ul", { class: "wrote" }, stored.map(({ table, what, rows }) => el("li", {}, el("code", {}, table), " ", named("wrote", what).replace("{count}", rows))))];
  },
};

/** Whether anything is to be told of a stage; of the first and the last there always is. */
const REACHED = {
  ack: () => true,
  filter: ({ filters }) => filters.some(({ side }) => side === "input"),
  retrieve: ({ searches }) => searches.length > 0,
  prompt: ({ prompts }) => prompts.length > 0,
  model: ({ calls, failures }) => calls.length + failures.length > 0,
  gate: ({ filters }) => filters.some(({ side }) => side === "output"),
  store: ({ stored }) => stored.length > 0,
};

const TIME = {
  ack: ({ acknowledged_ms: ms }) => ms,
  model: ({ calls }) => sum(calls),
  store: ({ store_ms: ms }) => ms,
};

/** The account of a command: `titleOf(deed)` names what was used, in the person's language. */
export function deed(it, titleOf) {
  return {
    title: titleOf(it),
    outcome: named("kind-of", it.kind),
    ms: it.ms,
    stages: () =>
      STAGES.map((name) => {
        const isReached = REACHED[name](it);
        const ms = isReached ? TIME[name]?.(it) : undefined;
        const time = isReached ? (ms === undefined ? "" : say("ms", { ms: ms || "<1" })) : say("not-needed");
        return drawStage(name, { time, part: ms && it.ms ? Math.min(1, ms / it.ms) : 0, isReached, content: isReached || name === "model" || name === "store" ? DRAW[name](it) : null });
      }),
  };
}
