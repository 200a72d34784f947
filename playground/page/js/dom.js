/**
 * Building the page's elements.
 * Whatever people or the bot wrote enters the page as text nodes; nothing in here takes markup.
 */

/**
 * An element with attributes and children (nodes, strings, or nothing).
 * `on` holds listeners, `data` the data attributes; `false`, `null` and `undefined` leave an attribute out.
 */
export function el(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === null || value === false) continue;
    if (name === "on") {
      for (const [event, listener] of Object.entries(value)) element.addEventListener(event, listener);
    } else if (name === "data") {
      Object.assign(element.dataset, value);
    } else if (name === "href") {
      const address = safeAddress(value);
      if (address) element.setAttribute("href", address);
    } else if (name === "value" || name === "checked" || name === "disabled" || name === "htmlFor") {
      element[name] = value;
    } else {
      element.setAttribute(name === "class" ? "class" : name, value === true ? "" : String(value));
    }
  }
  element.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

/** The address, if a person may be sent there by a click; null for everything else (scripts, data, files). */
export function safeAddress(address) {
  try {
    const url = new URL(address, location.href);
    return url.protocol === "http:" || url.protocol === "https:" ? url.href : null;
  } catch {
    return null;
  }
}

/** A link that leaves the playground. */
export function outside(address, ...children) {
  return el("a", { href: address, target: "_blank", rel: "noopener noreferrer nofollow" }, ...children);
}

/**
 * The address of a file as this page can load it: the playground's own, whatever name it goes by here.
 * null for other machines: the page loads nothing from elsewhere.
 */
export function ownFile(address) {
  try {
    const url = new URL(address, location.href);
    const own = url.origin === location.origin || ["127.0.0.1", "localhost"].includes(url.hostname);
    return own && url.pathname.startsWith("/attachments/") ? url.pathname : null;
  } catch {
    return null;
  }
}

const SVG = "http://www.w3.org/2000/svg";

/** Drawn on a grid of 24 × 24. */
const SHAPES = {
  menu: "M4 6h16M4 12h16M4 18h16",
  hash: "M9 4 7 20M17 4l-2 16M4.5 9h16M3.5 15h16",
  thread: "M5 4v9a3 3 0 0 0 3 3h11M15 12l4 4-4 4",
  at: "M15.5 12a3.5 3.5 0 1 1-7 0 3.5 3.5 0 0 1 7 0zm0 0v1.5a2.5 2.5 0 0 0 5 0V12a8.5 8.5 0 1 0-3.5 6.900",
  plus: "M12 5v14M5 12h14",
  close: "M6 6l12 12M18 6 6 18",
  reply: "M10 7 5 12l5 5M5 12h9a5 5 0 0 1 5 5v1",
  more: "M5 12h.01M12 12h.01M19 12h.01",
  smile: "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM8.5 14.5a4.5 4.5 0 0 0 7 0M9 9.5h.01M15 9.5h.01",
  eye: "M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12zM12 15a3 3 0 1 0 0-6 3 3 0 0 0 0 6z",
  file: "M7 3h7l5 5v12a1 1 0 0 1-1 1H7a1 1 0 0 1-1-1V4a1 1 0 0 1 1-1zM14 3v5h5",
  send: "M4 12 20 4l-5 16-3.5-6.5z",
  slash: "M8 20 16 4",
  check: "M5 12.5 10 17.5 19.5 7",
  down: "M6 9l6 6 6-6",
  window: "M4 5h16v14H4zM13 9h4v4M17 9l-6 6",
  people: "M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM2.5 20a6.5 6.5 0 0 1 13 0M16 4.5a3.5 3.5 0 0 1 0 6.5M18 14a6.5 6.5 0 0 1 3.5 6",
  sun: "M12 16a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM12 2v2.5M12 19.5V22M2 12h2.5M19.5 12H22M5 5l1.700 1.700M17.300 17.300 19 19M19 5l-1.700 1.700M6.700 17.300 5 19",
  moon: "M20 14.5A8.5 8.5 0 0 1 9.5 4a8.5 8.5 0 1 0 10.5 10.5z",
  half: "M12 21a9 9 0 1 0 0-18v18z M12 3a9 9 0 0 0 0 18",
  copy: "M9 9h11v11H9zM5 15H4V4h11v1",
  pencil: "M4 20l1-4L16 5l3 3L8 19z",
  bin: "M5 7h14M10 7V4h4v3M7 7l1 13h8l1-13",
  sliders: "M4 7h9M17 7h3M4 17h3M11 17h9M13 4v6h4V4zM7 14v6h4v-6z",
  path: "M6 4v7a4 4 0 0 0 4 4h8M15 11l4 4-4 4",
  app: "M5 5h5v5H5zM14 5h5v5h-5zM5 14h5v5H5zM14 14h5v5h-5z",
};

/** A decorative picture; the name for it is said elsewhere. */
export function icon(name, size = 20) {
  const svg = document.createElementNS(SVG, "svg");
  const attributes = {
    viewBox: "0 0 24 24", width: size, height: size, fill: "none", stroke: "currentColor", "stroke-width": "2",
    "stroke-linecap": "round", "stroke-linejoin": "round", "aria-hidden": "true", focusable: "false",
  };
  for (const [key, value] of Object.entries(attributes)) svg.setAttribute(key, value);
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", SHAPES[name]);
  svg.append(path);
  return svg;
}

/** A button that shows only a picture. */
export function iconButton(name, label, onClick, attributes = {}) {
  return el("button", { type: "button", class: "icon-button", "aria-label": label, title: label, on: { click: onClick }, ...attributes }, icon(name));
}

const HUES = 12;

/** A round picture made of the first character of a name, in a colour of its own. */
export function avatar(name, { isBot = false, size = 40 } = {}) {
  let sum = 0;
  for (const character of name) sum = (sum * 17 + character.codePointAt(0)) % 10007;
  const first = [...name.trim()][0] ?? "?";
  return el("span", { class: `avatar ${isBot ? "avatar-bot" : `hue-${sum % HUES}`}`, style: `--size:${size}px`, "aria-hidden": "true", data: { initials: first.toUpperCase() } });
}

/**
 * Make `target` look like `fresh` and keep what is the same from the start on, so that growing text
 * neither flickers nor loses a selection or an opened spoiler above the change.
 */
export function morph(target, fresh) {
  const old = [...target.childNodes];
  const next = [...fresh.childNodes];
  let same = 0;
  while (same < old.length && same < next.length && alike(old[same], next[same])) same += 1;
  const a = old[same];
  const b = next[same];
  const isLast = same === old.length - 1;
  if (isLast && b && a.nodeType === Node.ELEMENT_NODE && a.cloneNode(false).isEqualNode(b.cloneNode(false))) {
    morph(a, b);
    same += 1;
  } else if (isLast && b && a.nodeType === Node.TEXT_NODE && b.nodeType === Node.TEXT_NODE && b.data.startsWith(a.data)) {
    a.appendData(b.data.slice(a.data.length));
    same += 1;
  }
  for (const node of old.slice(same)) node.remove();
  target.append(...next.slice(same));
}

/** Equal, where a spoiler that was opened still counts as the same spoiler. */
function alike(one, other) {
  if (one.isEqualNode(other)) return true;
  if (one.nodeType !== Node.ELEMENT_NODE || one.nodeName !== other.nodeName) return false;
  const opened = one.matches(".spoiler.open") || one.querySelector(".spoiler.open");
  return Boolean(opened) && one.textContent === other.textContent;
}

/** Compare ids, which are numbers too large for JavaScript written as text. */
export function compareIds(one, other) {
  if (one.length !== other.length) return one.length - other.length;
  return one < other ? -1 : one > other ? 1 : 0;
}

/** Call `action` once things have been quiet for `delay` milliseconds. */
export function afterQuiet(delay, action) {
  let timer = 0;
  return (...given) => {
    clearTimeout(timer);
    timer = setTimeout(() => action(...given), delay);
  };
}
