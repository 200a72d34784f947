/** One message as an element, and how it changes when the message is edited. */

import { avatar, el, icon, morph } from "./dom.js";
import { drawComponents } from "./components.js";
import { drawAttachments, drawEmbed } from "./embeds.js";
import { wordsOf } from "./markdown.js";
import { prose } from "./prose.js";
import { clock, dayOf, longDay, moment } from "./times.js";
import { say } from "./words.js";

const GROUP_MINUTES = 7;
const REPLY = 19;
const PREVIEW = 120;

const nameOf = (user, store) => (user.id === store.bot.id ? store.bot.name : user.global_name ?? user.username);

/** The command that a message answers, also by way of a form that the command opened; undefined where it answers none. */
function commandOf({ interaction_metadata: used }) {
  return used?.name ? used : used?.triggering_interaction_metadata?.name ? used.triggering_interaction_metadata : undefined;
}

/** What stands above a message: what it replies to, or the command it answers. */
function drawContext(message, { store, names }) {
  const used = commandOf(message);
  if (used && message.type !== REPLY) {
    const isSlash = used.command_type === 1;
    const shown = store.commandName(used.name, store.channel(message.channel_id), isSlash);
    return el("div", { class: "context" }, icon("app", 14), el("span", {}, say(isSlash ? "used" : "used-menu", { name: nameOf(used.user, store) }), " ", el("b", {}, shown)));
  }
  if (message.type !== REPLY || !("referenced_message" in message)) return null;
  const origin = message.referenced_message;
  if (!origin) return el("div", { class: "context" }, icon("reply", 14), el("em", {}, say("original-deleted")));
  const first = origin.content || origin.embeds?.[0]?.title || origin.embeds?.[0]?.description || "";
  const words = origin.flags & (1 << 15) || !first ? "…" : wordsOf(first.slice(0, 400), names);
  return el("button", { type: "button", class: "context", data: { jump: origin.id } }, icon("reply", 14), el("b", {}, nameOf(origin.author, store)), el("span", { class: "context-words" }, [...words].slice(0, PREVIEW).join("")));
}

function drawHead(message, { store }) {
  const at = new Date(message.timestamp);
  const name = nameOf(message.author, store);
  return [
    el("button", { type: "button", class: "author", id: `author-${message.id}`, data: { user: message.author.id } }, name),
    message.author.bot && el("span", { class: "tag" }, say("bot")),
    el("time", { class: "when", id: `when-${message.id}`, datetime: at.toISOString() }, moment(at)),
  ];
}

function drawThread(thread) {
  return el("button", { type: "button", class: "thread-card", data: { channel: thread.id } }, icon("thread", 18), el("b", {}, thread.name), el("span", {}, say("thread-messages", { count: thread.message_count ?? 0 })), el("span", { class: "see" }, say("see-thread")));
}

/** The parts of a message and what each depends on: a part is drawn anew only when that changed. */
const PARTS = [
  {
    name: "context",
    of: (m) => [m.referenced_message?.content, m.referenced_message === null, commandOf(m)?.name],
    draw: (m, c) => [drawContext(m, c)],
  },
  {
    name: "reactions",
    of: (m) => [m.reactions],
    draw: (m) =>
      (m.reactions ?? []).map((it) =>
        el("button", { type: "button", class: "reaction", "aria-label": say("reacted", { emoji: it.emoji.name, count: it.count }), data: { emoji: it.emoji.name } }, el("span", { "aria-hidden": "true" }, it.emoji.name), el("span", { "aria-hidden": "true" }, it.count)),
      ),
  },
  { name: "attachments", of: (m) => [m.attachments, m.components.length, m.embeds.length], draw: (m) => drawAttachments(m) },
  { name: "embeds", of: (m) => [m.embeds], draw: (m, c) => m.embeds.map((embed) => drawEmbed(embed, m, c.names)) },
  { name: "components", of: (m) => [m.components], draw: (m, c) => drawComponents(m.components, { ...c, message: m, channel: c.store.channel(m.channel_id) }) },
  { name: "thread", of: (m) => [m.thread?.name, m.thread?.message_count], draw: (m) => [m.thread && drawThread(m.thread)] },
  {
    name: "private",
    of: (m) => [m.private],
    draw: (m) => (m.private ? [icon("eye", 14), say("only-you"), " • ", el("button", { type: "button", class: "link", data: { dismiss: "" } }, say("dismiss"))] : []),
  },
  {
    name: "turn",
    of: (m, c) => [c.store.turnOf(m)],
    draw: (m, c) => {
      const turn = c.store.turnOf(m);
      return turn ? [el("button", { type: "button", class: "link", data: { turn } }, icon("path", 14), say("how-it-came"))] : [];
    },
  },
];

function drawBody(message, { store, names }) {
  const body = document.createDocumentFragment();
  if (message.loading) {
    body.append(el("div", { class: "thinking" }, el("span", { class: "dots", "aria-hidden": "true" }, el("i"), el("i"), el("i")), say("thinking", { name: nameOf(message.author, store) })));
  } else {
    body.append(prose(message.content, names));
  }
  return body;
}

/** A new element for a message. `context`: store, names, press, choose. */
export function drawMessage(message, context) {
  const { store } = context;
  const name = nameOf(message.author, store);
  const article = el(
    "article",
    { class: "message", tabindex: "-1", "aria-labelledby": `author-${message.id} when-${message.id}`, "aria-describedby": `body-${message.id}`, data: { id: message.id } },
    el("div", { class: "part-context" }),
    el("div", { class: "gutter" }, avatar(name, { isBot: Boolean(message.author.bot) }), el("span", { class: "gutter-time", "aria-hidden": "true" }, clock(new Date(message.timestamp)))),
    el("div", { class: "head" }, drawHead(message, context)),
    el("div", { class: "body prose", id: `body-${message.id}` }),
    ...["attachments", "embeds", "components", "reactions", "thread"].map((part) => el("div", { class: `part part-${part}` })),
    el("div", { class: "feet" }, ...["private", "turn"].map((part) => el("div", { class: `part part-${part}` }))),
    el("div", { class: "failure", role: "alert" }),
  );
  const item = el("li", { class: "item", id: `m-${message.id}` }, el("div", { class: "day" }), article);
  item.drawn = {};
  updateMessage(item, message, context);
  return item;
}

/** Make an element show the message as it is now. */
export function updateMessage(item, message, context) {
  const article = item.querySelector(".message");
  item.message = message;
  article.classList.toggle("message-private", Boolean(message.private));
  article.classList.toggle("message-rings", Boolean(message.rings));
  article.classList.toggle("message-failed", Boolean(message.failed));
  const body = article.querySelector(".body");
  // The mark stands behind the last word by CSS, so that growing text need not be moved around it.
  body.classList.toggle("body-edited", Boolean(message.edited_timestamp));
  article.style.setProperty("--edited", JSON.stringify(` ${say("edited")}`));
  const bodyNow = JSON.stringify([message.content, message.loading]);
  if (item.drawn.body !== bodyNow) {
    item.drawn.body = bodyNow;
    morph(body, drawBody(message, context));
  }
  for (const part of PARTS) {
    const now = JSON.stringify(part.of(message, context));
    if (item.drawn[part.name] === now) continue;
    item.drawn[part.name] = now;
    const holder = article.querySelector(`.part-${part.name}`);
    keepFocus(holder, article, () => holder.replaceChildren(...part.draw(message, context).filter(Boolean)));
  }
}

/** Replace what is in `holder` without losing the keyboard's place: the same button or one of its name, else the message. */
function keepFocus(holder, article, replace) {
  const active = holder.contains(document.activeElement) ? document.activeElement : null;
  replace();
  if (!active) return;
  const buttons = [...holder.querySelectorAll("button")].filter((it) => !it.disabled);
  const next = buttons.find((it) => it.dataset.customId && it.dataset.customId === active.dataset.customId) ?? buttons.find((it) => it.textContent === active.textContent);
  (next ?? article).focus({ preventScroll: true });
}

/** Whether a message stands under the one before without a head of its own. */
export function belongsTo(message, before) {
  if (!before || before.author.id !== message.author.id || commandOf(message) || message.type === REPLY) return false;
  if (Boolean(before.private) !== Boolean(message.private) || message.local) return false;
  const gap = new Date(message.timestamp) - new Date(before.timestamp);
  return gap < GROUP_MINUTES * 60000 && dayOf(new Date(message.timestamp)) === dayOf(new Date(before.timestamp));
}

/** Set what depends on the message before: grouping and the line for a new day. */
export function arrange(item) {
  const before = item.previousElementSibling?.message;
  const { message } = item;
  item.classList.toggle("grouped", belongsTo(message, before));
  const isNewDay = !before || dayOf(new Date(before.timestamp)) !== dayOf(new Date(message.timestamp));
  const day = item.querySelector(".day");
  const words = isNewDay ? longDay(new Date(message.timestamp)) : "";
  if (day.textContent !== words) day.replaceChildren(...(words ? [el("span", {}, words)] : []));
}
