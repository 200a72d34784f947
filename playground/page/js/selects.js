/** Select menus: a button that opens a list, one choice or several, as the ARIA pattern "listbox" says. */

import { el, icon } from "./dom.js";
import { float } from "./floating.js";
import { say } from "./words.js";

const MANY = 8;
let counter = 0;

/**
 * A select.
 *
 * `options`: `{value, label, description?, emoji?}`; `chosen`: the values at the start; `least` and `most`: how many.
 * `onPick(values)`: called when the person is done choosing, and only with something that may be chosen.
 * `label`: its accessible name where no visible label names it (`labelledBy`).
 */
export function select({ options, chosen = [], least = 1, most = 1, placeholder, label, labelledBy, disabled = false, onPick, customId }) {
  let picked = options.filter(({ value }) => chosen.includes(value)).map(({ value }) => value);
  const id = `select-${(counter += 1)}`;
  const shown = el("span", { class: "select-shown", id: `${id}-shown` });
  const trigger = el(
    "button",
    {
      type: "button", class: "select", id, disabled, "aria-haspopup": "listbox", "aria-expanded": "false",
      "aria-label": labelledBy ? null : label, "aria-labelledby": labelledBy ? `${labelledBy} ${id}-shown` : null,
      data: customId ? { customId } : {}, on: { click: () => toggle() },
    },
    shown,
    icon("down", 18),
  );
  trigger.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      toggle();
    }
  });

  const draw = () => {
    const names = picked.map((value) => options.find((option) => option.value === value)).filter(Boolean);
    shown.replaceChildren(...(names.length ? names.map((option) => el("span", { class: most > 1 ? "select-chip" : "" }, option.emoji ? `${option.emoji} ` : "", option.label)) : [placeholder || say("select-placeholder")]));
    shown.classList.toggle("select-empty", names.length === 0);
    if (!labelledBy) trigger.setAttribute("aria-label", [label, ...names.map((option) => option.label)].filter(Boolean).join(": "));
  };
  draw();

  let close = null;
  const toggle = () => {
    if (close) return close(true);
    close = openList();
    trigger.setAttribute("aria-expanded", "true");
  };

  const openList = () => {
    const before = [...picked];
    let isTaken = false;
    let current = Math.max(0, options.findIndex(({ value }) => picked.includes(value)));
    let visible = options;
    const list = el("ul", { role: "listbox", id: `${id}-list`, tabindex: options.length > MANY ? "-1" : "0", "aria-label": label || placeholder || say("select-placeholder"), "aria-multiselectable": most > 1 ? "true" : null });
    const finder = options.length > MANY ? el("input", { type: "text", class: "select-search", role: "combobox", "aria-expanded": "true", "aria-controls": `${id}-list`, "aria-autocomplete": "list", placeholder: say("search"), "aria-label": say("search") }) : null;
    const panel = el("div", { class: "select-panel" }, finder, list);
    const holder = finder ?? list;

    const paint = () => {
      list.replaceChildren(
        ...visible.map((option, at) =>
          el(
            "li",
            {
              role: "option", id: `${id}-${at}`, class: at === current ? "current" : "", "aria-selected": String(picked.includes(option.value)),
              on: { click: () => take(option), pointermove: () => at !== current && point(at) },
            },
            option.emoji && el("span", { class: "option-emoji", "aria-hidden": "true" }, option.emoji),
            el("span", { class: "option-words" }, el("span", {}, option.label), option.description && el("small", {}, option.description)),
            el("span", { class: most > 1 ? "option-box" : "option-dot", "aria-hidden": "true" }, icon("check", 14)),
          ),
        ),
      );
      if (!visible.length) list.append(el("li", { class: "nothing", role: "option", "aria-disabled": "true", "aria-selected": "false" }, say("no-choices")));
      point(Math.min(current, visible.length - 1));
    };
    const point = (at) => {
      list.children[current]?.classList.remove("current");
      current = Math.max(0, at);
      list.children[current]?.classList.add("current");
      list.children[current]?.scrollIntoView({ block: "nearest" });
      if (visible.length) holder.setAttribute("aria-activedescendant", `${id}-${current}`);
      else holder.removeAttribute("aria-activedescendant");
    };
    const take = (option) => {
      if (!option) return;
      if (most === 1) {
        const again = picked.includes(option.value) && least === 0;
        picked = again ? [] : [option.value];
        isTaken = true;
        shut(true);
        return;
      }
      if (picked.includes(option.value)) picked = picked.filter((value) => value !== option.value);
      else if (picked.length < most) picked = [...picked, option.value];
      for (const [at, it] of visible.entries()) list.children[at].setAttribute("aria-selected", String(picked.includes(it.value)));
      draw();
    };

    panel.addEventListener("keydown", (event) => {
      const last = visible.length - 1;
      const target = { ArrowDown: Math.min(current + 1, last), ArrowUp: Math.max(current - 1, 0), PageDown: Math.min(current + 8, last), PageUp: Math.max(current - 8, 0), Home: 0, End: last }[event.key];
      if (target !== undefined && !(finder && (event.key === "Home" || event.key === "End"))) {
        event.preventDefault();
        point(target);
      } else if (event.key === "Enter" || (event.key === " " && event.target !== finder && event.target.tagName !== "BUTTON")) {
        if (event.target.tagName === "BUTTON") return;
        event.preventDefault();
        take(visible[current]);
      } else if (event.key === "Tab") {
        if (event.target === holder && most > 1 && !event.shiftKey) return; // on to "Done"
        event.preventDefault();
        shut(true);
      } else if (!finder && event.key.length === 1) {
        const at = visible.findIndex((option) => option.label.toLowerCase().startsWith(event.key.toLowerCase()));
        if (at >= 0) point(at);
      }
    });
    finder?.addEventListener("input", () => {
      const wanted = finder.value.trim().toLowerCase();
      visible = options.filter(({ label: name }) => name.toLowerCase().includes(wanted));
      current = 0;
      paint();
    });
    if (most > 1) {
      panel.append(
        el("div", { class: "select-foot" }, el("small", {}, say("select-between", { least, most })), el("button", { type: "button", class: "button button-1", on: { click: () => shut(true) } }, say("done"))),
      );
    }
    let byEscape = false;
    panel.addEventListener("keydown", (event) => (byEscape = event.key === "Escape"), true);
    paint();
    const shut = float(panel, trigger, {
      width: trigger.offsetWidth,
      onClose: (byKey) => {
        close = null;
        trigger.setAttribute("aria-expanded", "false");
        const isAllowed = picked.length >= least && picked.length <= most;
        if (most > 1) isTaken = picked.join("\n") !== before.join("\n");
        if (byEscape || !isAllowed) picked = before;
        draw();
        if (byKey && trigger.isConnected) trigger.focus();
        if (isTaken && !byEscape && isAllowed) onPick(picked);
      },
    });
    point(current);
    holder.focus();
    return shut;
  };

  trigger.values = () => picked;
  return trigger;
}
