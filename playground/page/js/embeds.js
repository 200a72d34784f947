/** Embeds, files and pictures of a message. */

import { el, icon, outside, ownFile, safeAddress } from "./dom.js";
import { prose } from "./prose.js";
import { moment } from "./times.js";
import { say } from "./words.js";

/** The address that `attachment://name` means in this message, or the address itself. */
export function resolve(address, message) {
  if (!address?.startsWith("attachment://")) return address;
  const name = address.slice("attachment://".length);
  return message.attachments.find(({ filename }) => filename === name)?.url ?? "";
}

/** A picture of the playground's own; for other machines a line that says where it is. */
export function picture(address, message, { description = "", className = "" } = {}) {
  const found = resolve(address, message);
  const own = ownFile(found);
  if (own) return el("img", { src: own, alt: description ?? "", class: className, loading: "lazy", decoding: "async" });
  if (!safeAddress(found)) return null;
  return outside(found, say("picture-elsewhere", { host: new URL(found).host }));
}

function asButton(address, message, description, name) {
  const image = picture(address, message, { description: description || "" });
  const own = ownFile(resolve(address, message));
  if (!own) return image && el("div", { class: "picture-elsewhere" }, image);
  return el("a", { href: own, target: "_blank", rel: "noopener", class: "picture", "aria-label": say("open-picture", { name: description || name }) }, image);
}

export function drawEmbed(embed, message, names) {
  const colour = Number.isInteger(embed.color) ? `#${embed.color.toString(16).padStart(6, "0")}` : null;
  const title = embed.title && el("div", { class: "embed-title" }, embed.url && safeAddress(embed.url) ? outside(embed.url, prose(embed.title, names)) : prose(embed.title, names));
  const author = embed.author && el("div", { class: "embed-author" }, embed.author.url && safeAddress(embed.author.url) ? outside(embed.author.url, embed.author.name) : embed.author.name);
  const foot = [embed.footer?.text, embed.timestamp && moment(new Date(embed.timestamp))].filter(Boolean).join(" • ");
  return el(
    "article",
    { class: "embed", style: colour ? `--accent-line:${colour}` : null, "aria-label": embed.title || embed.author?.name || null },
    el(
      "div",
      { class: "embed-words" },
      author,
      title,
      embed.description && el("div", { class: "prose" }, prose(embed.description, names)),
      embed.fields?.length > 0 && drawFields(embed.fields, names),
    ),
    embed.thumbnail && el("div", { class: "embed-thumbnail" }, picture(embed.thumbnail.url, message, { description: embed.thumbnail.description })),
    embed.image && el("div", { class: "embed-image" }, asButton(embed.image.url, message, embed.image.description, say("picture"))),
    foot && el("div", { class: "embed-foot" }, foot),
  );
}

/** Inline fields stand up to three in a row. */
function drawFields(fields, names) {
  const rows = [];
  for (const field of fields) {
    const drawn = el("div", {}, el("dt", {}, prose(field.name, names)), el("dd", { class: "prose" }, prose(field.value, names)));
    const last = rows.at(-1);
    if (field.inline && last?.isOpen && last.cells.length < 3) last.cells.push(drawn);
    else rows.push({ isOpen: Boolean(field.inline), cells: [drawn] });
  }
  return el("div", { class: "embed-fields" }, rows.map(({ cells }) => el("dl", {}, cells)));
}

/** Attachments that no embed and no component shows already. */
export function drawAttachments(message) {
  const used = JSON.stringify([message.embeds, message.components]);
  return message.attachments.filter(({ filename }) => !used.includes(`attachment://${filename}`)).map((file) => drawFile(file, message));
}

export function drawFile(file, message) {
  const own = ownFile(file.url);
  if (file.content_type?.startsWith("image/") && own) return asButton(file.url, message, file.description, file.filename);
  if (file.content_type?.startsWith("video/") && own) return el("video", { src: own, controls: true, preload: "metadata" });
  if (file.content_type?.startsWith("audio/") && own) return el("audio", { src: own, controls: true, preload: "metadata" });
  return el(
    "a",
    { class: "file", href: own ?? file.url, download: file.filename },
    icon("file", 24),
    el("span", { class: "file-words" }, el("span", {}, el("span", { class: "ears" }, say("download", { name: "" })), file.filename), " ", el("small", {}, size(file.size))),
  );
}

/** Bytes in words. */
export function size(bytes) {
  if (bytes < 1024) return `${bytes} B`;
  if (bytes < 1024 * 1024) return `${(bytes / 1024).toFixed(1)} KB`;
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
