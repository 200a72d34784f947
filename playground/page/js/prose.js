/** Draws the tree that `markdown.js` makes. Everything a person wrote becomes a text node. */

import { el, icon, outside, safeAddress } from "./dom.js";
import { parse } from "./markdown.js";
import { timestamp } from "./times.js";
import { say } from "./words.js";

/**
 * Markdown as nodes. `names` knows users, roles and channels by id: `user(id)`, `role(id)`, `channel(id)`, `isMe(id)`,
 * and opens what is pressed: `open(channel)`, `begin(command)`.
 */
export function prose(text, names) {
  const fragment = document.createDocumentFragment();
  fragment.append(...parse(text).map((block) => drawBlock(block, names)));
  return fragment;
}

function drawBlock(block, names) {
  const inner = () => block.children.map((child) => drawInline(child, names));
  switch (block.type) {
    case "gap":
      return el("div", { class: "gap" });
    case "code":
      return drawCode(block);
    case "quote":
      return el("blockquote", {}, block.children.map((child) => drawBlock(child, names)));
    case "heading":
      // Levels start below the page's own headings.
      return el("div", { class: `heading heading-${block.level}`, role: "heading", "aria-level": block.level + 2 }, inner());
    case "subtext":
      return el("small", { class: "subtext" }, inner());
    case "list":
      return drawList(block, names);
    default:
      return el("div", { class: "text" }, inner());
  }
}

function drawList(list, names) {
  const items = list.items.map((item) =>
    el("li", {}, item.children.map((child) => drawInline(child, names)), item.lists.map((inner) => drawList(inner, names))),
  );
  return list.ordered ? el("ol", { start: list.start }, items) : el("ul", {}, items);
}

const PLAIN = ["text", "txt", "plaintext"]; // a name that would tell nothing

function drawCode({ language, text }) {
  const named = PLAIN.includes(language) ? "" : language;
  const copy = el("button", { type: "button", class: "code-copy", "aria-label": say("copy-code"), title: say("copy-code") }, icon("copy", 16));
  copy.dataset.copy = "";
  return el(
    "div",
    { class: "code" },
    named && el("div", { class: "code-language" }, named),
    el("pre", { tabindex: "0", role: "group", "aria-label": named || "code" }, el("code", {}, text)),
    copy,
  );
}

const TAGS = { strong: "strong", emphasis: "em", underline: "u", strike: "s" };

function drawInline(node, names) {
  if (typeof node === "string") return document.createTextNode(node);
  const inner = () => node.children.map((child) => drawInline(child, names));
  switch (node.type) {
    case "inline-code":
      return el("code", { class: "inline-code" }, node.text);
    case "link":
      return safeAddress(node.address) ? outside(node.address, inner()) : el("span", {}, inner());
    case "spoiler":
      return el("span", { class: "spoiler", role: "button", tabindex: "0", "aria-label": say("spoiler"), "aria-expanded": "false" }, el("span", { class: "spoiler-text", "aria-hidden": "true" }, inner()));
    case "user":
      return el("span", { class: `mention${names.isMe(node.id) ? " mention-me" : ""}` }, `@${names.user(node.id)}`);
    case "role":
      return el("span", { class: "mention" }, `@${names.role(node.id)}`);
    case "everyone":
      return el("span", { class: "mention" }, node.name);
    case "channel":
      return el("button", { type: "button", class: "mention", data: { channel: node.id } }, `#${names.channel(node.id)}`);
    case "command":
      return el("button", { type: "button", class: "mention", data: { command: node.name } }, `/${node.name}`);
    case "time":
      return timestamp(node.seconds, node.style);
    case "emoji":
      return document.createTextNode(`:${node.name}:`);
    default:
      return el(TAGS[node.type], {}, inner());
  }
}

/** What a press within drawn Markdown does: one listener for the whole feed instead of one a message. */
export function handleProse(event, names) {
  const target = event.target instanceof Element ? event.target : null;
  const spoiler = target?.closest(".spoiler:not(.open)");
  if (spoiler && (event.type === "click" || event.key === "Enter" || event.key === " ")) {
    event.preventDefault();
    spoiler.classList.add("open");
    for (const name of ["role", "tabindex", "aria-label", "aria-expanded"]) spoiler.removeAttribute(name);
    spoiler.firstElementChild?.removeAttribute("aria-hidden");
    return true;
  }
  if (event.type !== "click" || !target) return false;
  const copy = target.closest("[data-copy]");
  if (copy) {
    navigator.clipboard?.writeText(copy.parentElement.querySelector("code").textContent).then(() => names.announce(say("copied")), () => {});
    return true;
  }
  const channel = target.closest("button[data-channel].mention");
  if (channel) return names.open(channel.dataset.channel), true;
  const command = target.closest("button[data-command].mention");
  if (command) return names.begin(command.dataset.command), true;
  return false;
}
