/** Components of messages, both generations. Draws; what a press does is handed in. */

import { el, outside, safeAddress } from "./dom.js";
import { drawFile, picture, resolve } from "./embeds.js";
import { prose } from "./prose.js";
import { select } from "./selects.js";
import { say } from "./words.js";

/** Discord's numbers of component kinds. */
export const Part = {
  ROW: 1, BUTTON: 2, TEXT_SELECT: 3, INPUT: 4, USER_SELECT: 5, ROLE_SELECT: 6, ANYBODY_SELECT: 7, CHANNEL_SELECT: 8, SECTION: 9, TEXT: 10,
  THUMBNAIL: 11, GALLERY: 12, FILE: 13, SEPARATOR: 14, CONTAINER: 17, LABEL: 18, UPLOAD: 19, RADIOS: 21, CHECKS: 22, CHECK: 23,
};
const LINK_STYLE = 5;

/**
 * The components of a message as elements. `context`: `message`, `names`, `store`, and `press(component, element)`,
 * `choose(component, values, element)`.
 */
export function drawComponents(components, context) {
  return components.map((component) => drawOne(component, context)).filter(Boolean);
}

function drawOne(component, context) {
  const { message, names } = context;
  switch (component.type) {
    case Part.ROW:
      return el("div", { class: "row" }, drawComponents(component.components ?? [], context));
    case Part.BUTTON:
      return drawButton(component, context);
    case Part.TEXT_SELECT:
    case Part.USER_SELECT:
    case Part.ROLE_SELECT:
    case Part.ANYBODY_SELECT:
    case Part.CHANNEL_SELECT:
      return drawSelect(component, context);
    case Part.TEXT:
      return el("div", { class: "prose" }, prose(component.content ?? "", names));
    case Part.SECTION:
      return el("div", { class: "section" }, el("div", { class: "section-words" }, drawComponents(component.components ?? [], context)), component.accessory && drawOne(component.accessory, context));
    case Part.THUMBNAIL:
      return hidden(component, el("div", { class: "thumbnail" }, picture(component.media?.url, message, { description: component.description })));
    case Part.GALLERY:
      return el("div", { class: "gallery", data: { count: component.items?.length ?? 0 } }, (component.items ?? []).map((item) => hidden(item, galleryItem(item, message))));
    case Part.FILE: {
      const address = resolve(component.file?.url, message);
      const file = message.attachments.find(({ url }) => url === address);
      return file ? hidden(component, drawFile({ ...file, content_type: null }, message)) : null;
    }
    case Part.SEPARATOR:
      return component.divider === false ? el("div", { class: `space space-${component.spacing ?? 1}` }) : el("hr", { class: `space-${component.spacing ?? 1}` });
    case Part.CONTAINER: {
      const colour = Number.isInteger(component.accent_color) ? `#${component.accent_color.toString(16).padStart(6, "0")}` : null;
      return hidden(component, el("div", { class: "container", style: colour ? `--accent-line:${colour}` : null }, drawComponents(component.components ?? [], context)));
    }
    default:
      return el("div", { class: "unknown" }, `component ${component.type}`);
  }
}

function galleryItem(item, message) {
  const image = picture(item.media?.url, message, { description: item.description });
  if (!(image instanceof HTMLImageElement)) return image ?? el("span");
  return el("a", { href: image.getAttribute("src"), target: "_blank", rel: "noopener", class: "picture", "aria-label": say("open-picture", { name: item.description || say("picture") }) }, image);
}

/** Cover what is marked as a spoiler until it is pressed. */
function hidden(component, element) {
  if (!component.spoiler) return element;
  const cover = el("button", { type: "button", class: "cover" }, say("spoiler"));
  const wrap = el("div", { class: "covered" }, el("div", { inert: true }, element), cover);
  cover.addEventListener("click", () => wrap.replaceWith(element));
  return wrap;
}

function drawButton(component, context) {
  const words = [component.emoji?.name && el("span", { class: "button-emoji", "aria-hidden": component.label ? "true" : null }, component.emoji.name), component.label].filter(Boolean);
  if (component.style === LINK_STYLE) {
    if (component.disabled || !safeAddress(component.url)) return el("button", { type: "button", class: "button button-2", disabled: true }, words);
    const link = outside(component.url, words, el("span", { "aria-hidden": "true" }, " ↗"));
    link.className = "button button-2";
    return link;
  }
  const button = el("button", { type: "button", class: `button button-${component.style ?? 2}`, disabled: Boolean(component.disabled), data: { customId: component.custom_id ?? "" } }, words);
  button.addEventListener("click", () => {
    if (button.getAttribute("aria-busy") !== "true") context.press(component, button);
  });
  return button;
}

function drawSelect(component, context) {
  const trigger = select({
    options: optionsOf(component, context),
    chosen: chosenOf(component),
    least: component.min_values ?? 1,
    most: component.max_values ?? 1,
    placeholder: component.placeholder,
    label: component.placeholder || say("select-placeholder"),
    disabled: Boolean(component.disabled),
    customId: component.custom_id,
    onPick: (values) => context.choose(component, values, trigger),
  });
  return trigger;
}

/** What is chosen at the start. */
export function chosenOf(component) {
  if (component.type === Part.TEXT_SELECT) return (component.options ?? []).filter((option) => option.default).map(({ value }) => value);
  return (component.default_values ?? []).map(({ id }) => id);
}

/** What a select offers; those of people, roles and channels offer what there is in the server. */
export function optionsOf(component, { store, channel }) {
  if (component.type === Part.TEXT_SELECT) {
    return (component.options ?? []).map(({ value, label, description, emoji }) => ({ value, label, description, emoji: emoji?.name }));
  }
  const guild = channel?.guild;
  const people = () => (guild ? guild.members : [store.bot, store.me]).map(({ id }) => ({ value: id, label: store.userName(id) }));
  const roles = () => (guild?.roles ?? []).map(({ id, name }) => ({ value: id, label: name.startsWith("@") ? name : `@${name}` }));
  switch (component.type) {
    case Part.USER_SELECT:
      return people();
    case Part.ROLE_SELECT:
      return roles();
    case Part.ANYBODY_SELECT:
      return [...people(), ...roles()];
    default: {
      const wanted = component.channel_types ?? [];
      return (guild?.channels ?? []).filter(({ type }) => !wanted.length || wanted.includes(type)).map(({ id, name }) => ({ value: id, label: `#${name}` }));
    }
  }
}
