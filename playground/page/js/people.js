/** Who sits at the screen: the switch between people, somebody new, and the page's colours. */

import { act } from "./api.js";
import { avatar, el, icon, iconButton } from "./dom.js";
import { language, say } from "./words.js";

const NAMES = {
  "en-US": ["Robin", "Sam", "Alex", "Charlie", "Jamie", "Nico"],
  "zh-CN": ["小红", "小刚", "小丽", "小强", "小芳", "小华"],
  "zh-TW": ["小美", "阿傑", "怡君", "志明", "雅婷", "俊宏"],
};
const LOCALES = ["en-US", "zh-CN", "zh-TW"];

/** The address at which one person sees the playground. */
export function addressOf(person) {
  return `/?${new URLSearchParams({ person: person.name })}`;
}

/** What somebody is in a server, "moderator" or "learner"; where none is named, in the one that they came to first. */
export function rank(person, guildId = Object.keys(person.guilds)[0]) {
  return say(person.guilds[guildId]?.moderator ? "moderator" : "learner");
}

/** The button at the foot of the sidebar. */
export function drawMe(store, onPress) {
  const { me } = store;
  if (!me) return el("div", { class: "me" });
  const words = say(`language-${language(me.locale)}`);
  return el(
    "button",
    { type: "button", class: "me", "aria-haspopup": "dialog", title: say("switch-person"), on: { click: onPress } },
    avatar(me.name, { size: 34 }),
    el("span", { class: "me-words" }, el("b", {}, me.name), el("small", {}, `${words} · ${rank(me)}`)),
    el("span", { class: "ears" }, say("switch-person")),
    icon("people", 20),
  );
}

/** The dialog. `become(person)`: change who is at the screen; `wordsFor(error)`. */
export function openPeople(store, { become, wordsFor }) {
  const error = el("div", { class: "modal-error", role: "alert" });
  const dialog = el("dialog", { class: "modal people", "aria-labelledby": "people-title" });
  const choose = (person) => {
    dialog.close();
    become(person);
  };
  const make = async (name, locale, moderator) => {
    error.textContent = "";
    try {
      choose((await act("people", { name, locale, moderator })).person);
    } catch (problem) {
      error.textContent = wordsFor(problem);
    }
  };
  const freshName = (locale) => {
    const taken = store.people.map(({ name }) => name);
    const names = NAMES[locale];
    for (let round = 1; ; round += 1) {
      const free = names.map((name) => (round === 1 ? name : `${name} ${round}`)).find((name) => !taken.includes(name));
      if (free) return free;
    }
  };
  const rows = store.people.map((person) =>
    el(
      "li",
      { class: person.id === store.me?.id ? "person person-me" : "person" },
      el(
        "button",
        { type: "button", class: "person-be", "aria-current": person.id === store.me?.id ? "true" : null, on: { click: () => choose(person) } },
        avatar(person.name, { size: 36 }),
        el("span", {}, el("b", {}, person.name, person.id === store.me?.id && el("span", { class: "you" }, ` (${say("you")})`)), el("small", {}, `${say(`language-${language(person.locale)}`)} · ${rank(person)}`)),
      ),
      el("a", { class: "icon-button", href: addressOf(person), target: "_blank", "aria-label": say("beside", { name: person.name }), title: say("beside", { name: person.name }) }, icon("window", 18)),
    ),
  );
  const quick = [["new-english", "en-US", false], ["new-chinese", "zh-CN", false], ["new-moderator", store.me?.locale ?? "en-US", true]].map(([key, locale, moderator]) =>
    el("button", { type: "button", class: "button button-2", data: { quick: key }, on: { click: () => make(freshName(language(locale) === "en" ? "en-US" : locale), locale, moderator) } }, "＋ ", say(key)),
  );
  const name = el("input", { type: "text", id: "new-name", maxlength: "32", autocomplete: "off" });
  const locale = el("select", { id: "new-locale" }, LOCALES.map((it) => el("option", { value: it }, say(`language-${language(it)}`))));
  const moderator = el("input", { type: "checkbox", id: "new-moderator" });
  const form = el(
    "form",
    { class: "new-person", on: { submit: (event) => (event.preventDefault(), make(name.value, locale.value, moderator.checked)) } },
    el("label", { for: "new-name" }, say("new-person-name")), name,
    el("label", { for: "new-locale" }, say("new-person-language")), locale,
    el("label", { class: "choice" }, moderator, el("span", {}, say("new-person-moderator"))),
    el("button", { type: "submit", class: "button button-1" }, say("new-person-add")),
  );
  dialog.append(
    el("header", {}, el("h2", { id: "people-title" }, say("who-are-you")), iconButton("close", say("close"), () => dialog.close())),
    el(
      "div",
      { class: "modal-body" },
      error,
      el("ul", { class: "people-list" }, rows),
      el("p", { class: "field-help" }, say("side-by-side")),
      el("h3", {}, say("new-person")),
      el("div", { class: "quick" }, quick),
      el("details", {}, el("summary", {}, `${say("new-person-name")}…`), form),
      el("h3", { id: "theme-title" }, say("appearance")),
      themes(),
    ),
  );
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
  (dialog.querySelector(".person-me .person-be") ?? dialog.querySelector(".person-be") ?? name).focus();
}

function themes() {
  const marks = { auto: "half", dark: "moon", light: "sun" };
  return el(
    "div",
    { class: "themes", role: "radiogroup", "aria-labelledby": "theme-title" },
    Object.entries(marks).map(([choice, mark]) =>
      el("label", {}, el("input", { type: "radio", name: "theme", value: choice, checked: window.playgroundTheme.choice === choice, on: { change: () => (window.playgroundTheme.choice = choice) } }), icon(mark, 18), el("span", {}, say(`theme-${choice}`))),
    ),
  );
}
