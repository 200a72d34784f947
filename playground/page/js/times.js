/** Moments as people read them, in the page's language. */

import { el } from "./dom.js";
import { language, say } from "./words.js";

const STYLES = {
  t: { timeStyle: "short" },
  T: { timeStyle: "medium" },
  d: { dateStyle: "short" },
  D: { dateStyle: "long" },
  f: { dateStyle: "long", timeStyle: "short" },
  F: { dateStyle: "full", timeStyle: "short" },
};

const UNITS = [
  ["year", 31536000], ["month", 2592000], ["week", 604800], ["day", 86400], ["hour", 3600], ["minute", 60], ["second", 1],
];

function written(moment, options) {
  return new Intl.DateTimeFormat(language(), options).format(moment);
}

/** "10:32", for a message's left edge. */
export function clock(moment) {
  return written(moment, STYLES.t);
}

/** "Today at 10:32", or the date. */
export function moment(at, now = new Date()) {
  const day = dayOf(at);
  if (day === dayOf(now)) return say("today", { time: clock(at) });
  if (day === dayOf(new Date(now.getTime() - 86400000))) return say("yesterday", { time: clock(at) });
  return written(at, { dateStyle: "short", timeStyle: "short" });
}

/** The day as one word that is equal for equal days. */
export function dayOf(at) {
  return `${at.getFullYear()}-${at.getMonth()}-${at.getDate()}`;
}

/** A day in full. */
export function longDay(at) {
  return written(at, STYLES.D);
}

function relative(at, now) {
  const seconds = Math.round((at - now) / 1000);
  const [unit, size] = UNITS.find(([, length]) => Math.abs(seconds) >= length) ?? UNITS.at(-1);
  return new Intl.RelativeTimeFormat(language(), { numeric: "auto" }).format(Math.trunc(seconds / size), unit);
}

/** Discord's `<t:seconds:style>`. */
export function timestamp(seconds, style) {
  const at = new Date(seconds * 1000);
  if (Number.isNaN(at.getTime())) return document.createTextNode(`<t:${seconds}>`);
  const shown = style === "R" ? relative(at, new Date()) : written(at, STYLES[style] ?? STYLES.f);
  return el("time", { class: "timestamp", datetime: at.toISOString(), title: written(at, STYLES.F), data: style === "R" ? { relative: "" } : {} }, shown);
}

/** Bring "a minute ago" up to date, all over the page. */
export function refreshRelative() {
  for (const time of document.querySelectorAll("time[data-relative]")) {
    const shown = relative(new Date(time.dateTime), new Date());
    if (time.textContent !== shown) time.textContent = shown;
  }
}
