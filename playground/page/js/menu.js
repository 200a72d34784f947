/** A menu of actions at a point or beside a button, worked as the ARIA pattern "menu" says. */

import { afterQuiet, el, icon } from "./dom.js";
import { float } from "./floating.js";

/**
 * Open a menu. Entries: `{label, icon?, danger?, act}`, or `{heading}`, or null for a line.
 * Focus goes back to where it was when the menu is left by Escape.
 */
export function openMenu(anchor, label, entries) {
  const before = document.activeElement;
  const items = [];
  const menu = el("div", { class: "menu", role: "menu", "aria-label": label, tabindex: "-1" });
  let close;
  for (const entry of entries) {
    if (entry === null) {
      menu.append(el("div", { role: "separator" }));
    } else if (entry.heading) {
      menu.append(el("div", { class: "menu-heading", role: "presentation" }, entry.heading));
    } else {
      const act = () => {
        close(false);
        entry.act();
      };
      const item = el("button", { type: "button", role: "menuitem", tabindex: "-1", class: entry.danger ? "danger" : "", on: { click: act } }, el("span", {}, entry.label), entry.icon && icon(entry.icon, 18));
      items.push(item);
      menu.append(item);
    }
  }
  let typed = "";
  const forget = afterQuiet(700, () => (typed = ""));
  menu.addEventListener("keydown", (event) => {
    const at = items.indexOf(document.activeElement);
    const target = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: items.length - 1 }[event.key];
    if (target !== undefined) {
      event.preventDefault();
      items[(target + items.length) % items.length].focus();
    } else if (event.key === "Tab") {
      event.preventDefault();
      close(true);
    } else if (event.key.length === 1 && event.key !== " ") {
      typed += event.key.toLowerCase();
      forget();
      const from = typed.length === 1 ? at + 1 : at;
      const order = [...items.slice(from), ...items.slice(0, from)];
      order.find((item) => item.textContent.toLowerCase().startsWith(typed))?.focus();
    }
  });
  close = float(menu, anchor, { onClose: (byKey) => byKey && before?.focus?.() });
  (items[0] ?? menu).focus();
}
