/** Forms that the bot opens: every kind of field, checked before it is sent, kept open until it has arrived. */

import { act, upload } from "./api.js";
import { el, icon, iconButton } from "./dom.js";
import { Part, chosenOf, optionsOf } from "./components.js";
import { silence } from "./interactions.js";
import { prose } from "./prose.js";
import { select } from "./selects.js";
import { say } from "./words.js";

const LONGEST_INPUT = 4000;
const LONG_STYLE = 2;
const SELECTS = [Part.TEXT_SELECT, Part.USER_SELECT, Part.ROLE_SELECT, Part.ANYBODY_SELECT, Part.CHANNEL_SELECT];
let counter = 0;

/** What is wrong with a field, in words. */
class NotFilled extends Error {}

/** Show the form in `answer` (of `/page/interact`). `doing`: wordsFor(error), focusWriting(). */
export function openModal(answer, channelId, { store, names, doing }) {
  const { modal, interaction } = answer;
  const before = document.activeElement;
  const channel = store.channel(channelId);
  const fields = [];
  const error = el("div", { class: "modal-error", role: "alert" });
  const parts = (modal.components ?? []).flatMap((component) => drawPart(component, { store, names, channel, channelId, fields }));
  const submit = el("button", { type: "submit", class: "button button-1" }, say("submit"));
  const form = el(
    "form",
    { method: "dialog", novalidate: true },
    el("div", { class: "modal-body" }, parts, error),
    el("p", { class: "modal-note" }, say("modal-footer", { name: store.bot.name })),
    el("div", { class: "modal-foot" }, el("button", { type: "button", class: "button button-2", on: { click: () => dialog.close() } }, say("cancel")), submit),
  );
  const title = el("h2", { id: "modal-title" }, modal.title ?? "");
  const dialog = el("dialog", { class: "modal", "aria-labelledby": "modal-title" }, el("header", {}, title, iconButton("close", say("close"), () => dialog.close())), form);

  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (form.getAttribute("aria-busy")) return;
    error.textContent = "";
    form.setAttribute("aria-busy", "true");
    submit.disabled = true;
    try {
      const values = {};
      for (const it of fields) {
        const value = await it.checked();
        if (value !== undefined) values[it.id] = value;
      }
      const done = await act("interact", { kind: "modal", person: store.me.id, interaction, values });
      if (done.acknowledged) {
        dialog.close();
        if (done.modal) openModal(done, channelId, { store, names, doing });
      } else {
        error.textContent = silence(store);
      }
    } catch (problem) {
      if (!(problem instanceof NotFilled)) error.textContent = doing.wordsFor(problem);
    }
    form.removeAttribute("aria-busy");
    submit.disabled = false;
  });
  // Ctrl+Enter sends from a long text, too.
  form.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) form.requestSubmit();
  });
  dialog.addEventListener("close", () => {
    dialog.remove();
    // The browser has put the focus back where it was, and the person may have moved on since.
    if (document.activeElement !== document.body) return;
    if (before?.isConnected) before.focus({ preventScroll: true });
    else doing.focusWriting();
  });
  document.body.append(dialog);
  dialog.showModal();
  const first = fields.find((it) => it.required && it.isEmpty()) ?? fields[0];
  (first?.place ?? submit).focus();
}

function drawPart(component, context) {
  if (component.type === Part.TEXT) return [el("div", { class: "prose modal-text" }, prose(component.content ?? "", context.names))];
  if (component.type === Part.ROW) return (component.components ?? []).map((it) => drawField({ label: it.label, component: it }, context));
  if (component.type === Part.LABEL) return [drawField(component, context)];
  return [];
}

/** A field with its label, help and complaint. */
function drawField({ label, description, component }, context) {
  const id = `field-${(counter += 1)}`;
  const required = component.required ?? true;
  const made = input(component, { ...context, id, label });
  const complaint = el("div", { class: "field-error", id: `${id}-error`, role: "alert" });
  const help = description && el("div", { class: "field-help", id: `${id}-help` }, description);
  made.target.setAttribute("aria-describedby", [description && `${id}-help`, `${id}-error`].filter(Boolean).join(" "));
  context.fields.push({
    id: component.custom_id,
    required,
    place: made.focus ?? made.target,
    isEmpty: made.isEmpty,
    async checked() {
      try {
        const value = await made.read();
        complaint.textContent = "";
        made.target.removeAttribute("aria-invalid");
        return value;
      } catch (problem) {
        complaint.textContent = problem.message;
        if (made.target.matches("input, textarea, [role=group], [role=radiogroup]")) made.target.setAttribute("aria-invalid", "true");
        (made.focus ?? made.target).focus();
        throw problem;
      }
    },
  });
  const must = required && component.type !== Part.CHECK && el("span", { class: "must", "aria-hidden": "true" }, " *");
  const isGroup = component.type === Part.RADIOS || component.type === Part.CHECKS;
  const heading = isGroup || SELECTS.includes(component.type) || component.type === Part.UPLOAD ? el("div", { class: "field-label", id: `${id}-label` }, label ?? "", must) : el("label", { class: "field-label", for: id, id: `${id}-label` }, label ?? "", must);
  if (component.type === Part.CHECK) return el("div", { class: "field field-check" }, made.element, el("div", {}, heading, help), complaint);
  return el("div", { class: "field" }, heading, help, made.element, complaint);
}

/**
 * `{element, target, focus?, isEmpty, read}`: what is drawn, what carries the states, where the keyboard goes if not there, whether
 * nothing is in it yet, and the value (NotFilled when there is none).
 */
function input(component, context) {
  if (SELECTS.includes(component.type)) return selectInput(component, context);
  switch (component.type) {
    case Part.INPUT:
      return textInput(component, context);
    case Part.RADIOS:
    case Part.CHECKS:
      return groupInput(component, context);
    case Part.CHECK:
      return checkInput(component, context);
    case Part.UPLOAD:
      return fileInput(component, context);
    default: {
      const element = el("div", { class: "unknown" }, `field ${component.type}`);
      return { element, target: element, isEmpty: () => false, read: () => undefined };
    }
  }
}

function textInput(component, { id, label }) {
  const attributes = { id, placeholder: component.placeholder, maxlength: component.max_length ?? LONGEST_INPUT, value: component.value ?? "", autocomplete: "off" };
  const isLong = component.style === LONG_STYLE;
  const element = isLong ? el("textarea", { rows: "5", ...attributes }) : el("input", { type: "text", ...attributes });
  const required = component.required ?? true;
  if (required) element.setAttribute("aria-required", "true");
  return {
    element,
    target: element,
    isEmpty: () => !element.value.trim(),
    read() {
      const length = [...element.value].length;
      if (!element.value.trim() && required) throw new NotFilled(say("field-needed"));
      if (element.value && component.min_length && length < component.min_length) throw new NotFilled(say("at-least-characters", { name: label ?? "", count: component.min_length }));
      return element.value;
    },
  };
}

/** How many may be chosen, from what Discord leaves out. */
function bounds(component, count) {
  const required = component.required ?? true;
  const least = component.min_values ?? (required ? 1 : 0);
  return { least: required ? Math.max(1, least) : least, most: component.max_values ?? count, required };
}

function checkCount(count, { least, most, required }) {
  if (count === 0 && !required) return;
  if (count === 0) throw new NotFilled(say("field-needed"));
  if (count < least) throw new NotFilled(say("field-few", { count: least }));
  if (count > most) throw new NotFilled(say("field-many", { count: most }));
}

function selectInput(component, { id, store, channel }) {
  const limits = bounds(component, 1);
  let values = chosenOf(component);
  const element = select({
    options: optionsOf(component, { store, channel }), chosen: values, least: limits.required ? limits.least : 0, most: limits.most,
    placeholder: component.placeholder, labelledBy: `${id}-label`, customId: component.custom_id, onPick: (picked) => (values = picked),
  });
  return {
    element,
    target: element,
    isEmpty: () => values.length === 0,
    read() {
      checkCount(values.length, limits);
      return values;
    },
  };
}

function groupInput(component, { id }) {
  const isRadio = component.type === Part.RADIOS;
  const boxes = (component.options ?? []).map((option) => {
    const box = el("input", { type: isRadio ? "radio" : "checkbox", name: id, value: option.value, checked: Boolean(option.default) });
    return { box, line: el("label", { class: "choice" }, box, el("span", {}, el("span", {}, option.label), option.description && el("small", {}, option.description))) };
  });
  const element = el("div", { class: "choices", role: isRadio ? "radiogroup" : "group", "aria-labelledby": `${id}-label`, "aria-required": isRadio ? String(component.required ?? true) : null }, boxes.map(({ line }) => line));
  return {
    element,
    target: element,
    focus: boxes[0]?.box,
    isEmpty: () => !boxes.some(({ box }) => box.checked),
    read() {
      const values = boxes.filter(({ box }) => box.checked).map(({ box }) => box.value);
      const limits = bounds(component, isRadio ? 1 : boxes.length);
      checkCount(values.length, limits);
      return isRadio ? values[0] ?? [] : values;
    },
  };
}

function checkInput(component, { id }) {
  const element = el("input", { type: "checkbox", id, checked: Boolean(component.default) });
  return { element, target: element, isEmpty: () => false, read: () => element.checked };
}

function fileInput(component, { id, store, channelId }) {
  const limits = bounds(component, 1);
  let files = [];
  const list = el("ul", { class: "file-row" });
  const chooser = el("input", { type: "file", id, multiple: limits.most > 1, hidden: true, tabindex: "-1", "aria-hidden": "true" });
  const button = el("button", { type: "button", class: "drop", "aria-labelledby": `${id}-label ${id}-words` }, icon("file", 20), el("span", { id: `${id}-words` }, say(limits.most > 1 ? "choose-files" : "choose-file")));
  const draw = () =>
    list.replaceChildren(...files.map((file) => el("li", {}, el("span", {}, file.name), iconButton("close", say("remove", { name: file.name }), () => ((files = files.filter((it) => it !== file)), draw(), button.focus())))));
  const add = (more) => {
    files = [...files, ...more].slice(-limits.most);
    draw();
  };
  button.addEventListener("click", () => chooser.click());
  button.addEventListener("dragover", (event) => event.preventDefault());
  button.addEventListener("drop", (event) => {
    event.preventDefault();
    add(event.dataTransfer.files);
  });
  chooser.addEventListener("change", () => {
    add(chooser.files);
    chooser.value = "";
  });
  return {
    element: el("div", {}, button, chooser, list),
    target: button,
    isEmpty: () => files.length === 0,
    async read() {
      checkCount(files.length, limits);
      const stored = [];
      for (const file of files) stored.push({ upload: (await upload(store.me.id, channelId, file)).id });
      return stored;
    },
  };
}
