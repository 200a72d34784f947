"""Rules for a message: content, embeds, files, flags; its components are checked in ``components``.

Source: Discord's reference, "Messages" and "Embed Limits".
"""

from __future__ import annotations

import re
from typing import Any

from playground.errors import Problem, Problems
from playground.routing import Upload
from playground.rules import components as component_rules
from playground.rules import lengths
from playground.state import Message
from playground.wire import Json, MessageFlag

CONTENT = 2000
EMBEDS = 10
EMBED_TEXT = 6000
FILES = 10
FILE_BYTES = 10 * 1024 * 1024
DESCRIPTION = 1024
NONCE = 25

_URL = re.compile(r"^(?:https?|attachment)://\S+$")
_CHANNEL_FLAGS = MessageFlag.SUPPRESS_EMBEDS | MessageFlag.SILENT | MessageFlag.COMPONENTS_V2
_TOKEN_FLAGS = _CHANNEL_FLAGS | MessageFlag.PRIVATE


def check(
    body: Any,
    uploads: list[Upload],
    path: tuple[str | int, ...] = (),
    *,
    by_token: bool,
    creates: bool = True,
) -> list[Problem]:
    """The breaches of a message's body. *by_token*: privacy is allowed.

    Where it edits instead of *creates*, its components are left to ``check_edit``, which knows what stands there.
    """
    problems = Problems()
    if not isinstance(body, dict):
        problems.add(path, "MODEL_TYPE_CONVERT", "Only dictionaries may be used in a ModelType")
        return problems.found
    lengths.text(problems, (*path, "content"), body.get("content"), 0, CONTENT)
    if body.get("embeds") is not None:
        _embeds(problems, body["embeds"], (*path, "embeds"))
    _flags(problems, body, path, by_token=by_token)
    _files(problems, body, uploads, path)
    nonce = body.get("nonce")
    if isinstance(nonce, str):
        lengths.text(problems, (*path, "nonce"), nonce, 0, NONCE)
    if body.get("enforce_nonce") and nonce is None:
        problems.add((*path, "nonce"), "BASE_TYPE_REQUIRED", "enforce_nonce needs a nonce")
    _allowed_mentions(problems, body.get("allowed_mentions"), (*path, "allowed_mentions"))
    if creates and body.get("components") is not None:
        v2 = bool((body.get("flags") or 0) & MessageFlag.COMPONENTS_V2)
        attached = {upload.filename for upload in uploads} | _named(body)
        component_rules.check_message(
            problems, body["components"], (*path, "components"), v2=v2, files=attached
        )
    return problems.found


def check_edit(message: Message, body: Json, uploads: list[Upload]) -> list[Problem]:
    """The breaches that show only together with the message as it stands."""
    problems = Problems()
    was_v2 = bool(message.flags & MessageFlag.COMPONENTS_V2)
    flags = body.get("flags")
    if was_v2 and flags is not None and not flags & MessageFlag.COMPONENTS_V2:
        problems.add(
            ("flags",), "MESSAGE_CANNOT_REMOVE_COMPONENTS_V2_FLAG", "Components V2 cannot be taken off"
        )
    v2 = was_v2 or bool((flags or 0) & MessageFlag.COMPONENTS_V2)
    if v2:
        _nothing_beside_v2(problems, body, ())
        if not was_v2 and (
            (message.content and "content" not in body) or (message.embeds and "embeds" not in body)
        ):
            problems.add(
                (), "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2", "old content must be cleared"
            )
    if "components" in body:
        attached = {upload.filename for upload in uploads} | {it.filename for it in message.attachments}
        component_rules.check_message(
            problems, body["components"] or [], ("components",), v2=v2, files=attached | _named(body)
        )
    named = {str(it.get("id")) for it in body.get("attachments") or () if isinstance(it, dict)}
    known = {str(it.id) for it in message.attachments} | {str(upload.index) for upload in uploads}
    for unknown in sorted(named - known):
        problems.add(("attachments",), "ATTACHMENT_NOT_FOUND", f"no attachment {unknown}")
    return problems.found


def leaves_nothing(message: Message, body: Json, uploads: list[Upload]) -> bool:
    """True when an edit would leave a message with nothing to show (50006)."""

    def after(name: str, now: object) -> object:
        return body[name] if name in body else now

    content = after("content", message.content)
    return not (
        (isinstance(content, str) and content.strip())
        or after("embeds", message.embeds)
        or after("components", message.components)
        or (after("attachments", message.attachments) or uploads)
        or message.poll
    )


def _flags(problems: Problems, body: Json, path: tuple[str | int, ...], *, by_token: bool) -> None:
    flags = body.get("flags")
    if flags is None:
        return
    if not isinstance(flags, int) or isinstance(flags, bool):
        problems.add((*path, "flags"), "NUMBER_TYPE_COERCE", "flags must be a number")
        return
    if flags & ~int(_TOKEN_FLAGS):
        problems.add((*path, "flags"), "MESSAGE_FLAGS_INVALID", f"flags {flags} cannot be set by a bot")
    elif flags & MessageFlag.PRIVATE and not by_token:
        problems.add(
            (*path, "flags"),
            "MESSAGE_FLAGS_INVALID",
            "a private reply can be made only through an interaction's token",
        )
    if flags & MessageFlag.COMPONENTS_V2:
        _nothing_beside_v2(problems, body, path)


def _nothing_beside_v2(problems: Problems, body: Json, path: tuple[str | int, ...]) -> None:
    for name in ("content", "embeds", "poll", "sticker_ids"):
        if body.get(name):
            problems.add(
                (*path, name),
                "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2",
                f"Components V2 cannot stand beside {name}",
            )


def _files(problems: Problems, body: Json, uploads: list[Upload], path: tuple[str | int, ...]) -> None:
    named = body.get("attachments")
    if named is not None and not isinstance(named, list):
        problems.add((*path, "attachments"), "LIST_TYPE_CONVERT", "Only iterables may be used in a ListType")
        named = None
    if max(len(uploads), len(named or ())) > FILES:
        problems.add((*path, "attachments"), "BASE_TYPE_MAX_LENGTH", f"Must be {FILES} or fewer in length.")
    if len({upload.index for upload in uploads}) != len(uploads):
        problems.add((*path, "files"), "FILES_DUPLICATE", "two files with the same number")
    for upload in uploads:
        if len(upload.data) > FILE_BYTES:
            problems.add(
                (*path, "files", upload.index), "BASE_TYPE_MAX_LENGTH", f"a file may have {FILE_BYTES} bytes"
            )
    for index, about in enumerate(named or ()):
        if isinstance(about, dict):
            where = (*path, "attachments", index)
            lengths.text(problems, (*where, "description"), about.get("description"), 0, DESCRIPTION)
            lengths.text(problems, (*where, "filename"), about.get("filename"), 0, 1024)


def _named(body: Json) -> set[str]:
    return {str(it.get("filename")) for it in body.get("attachments") or () if isinstance(it, dict)}


def _allowed_mentions(problems: Problems, allowed: Any, path: tuple[str | int, ...]) -> None:
    if not isinstance(allowed, dict):
        return
    parse = allowed.get("parse") or ()
    for kind in ("users", "roles"):
        if kind in parse and allowed.get(kind):
            problems.add(
                path,
                "MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE",
                f"parse:{kind} and {kind}: ids exclude each other",
            )
        if len(allowed.get(kind) or ()) > 100:
            problems.add((*path, kind), "BASE_TYPE_MAX_LENGTH", "Must be 100 or fewer in length.")


def _embeds(problems: Problems, embeds: Any, path: tuple[str | int, ...]) -> None:
    if not lengths.count(embeds, problems, path, 0, EMBEDS):
        return
    total = 0
    for index, embed in enumerate(embeds):
        if isinstance(embed, dict):
            total += _embed(problems, embed, (*path, index))
    if total > EMBED_TEXT:
        problems.add(
            path, "MAX_EMBED_SIZE_EXCEEDED", f"Embed size exceeds maximum size of {EMBED_TEXT} ({total})"
        )


def _embed(problems: Problems, embed: Json, path: tuple[str | int, ...]) -> int:
    """Checks one embed; returns its length as counted against the total."""
    author, footer = embed.get("author") or {}, embed.get("footer") or {}
    parts = [
        ("title", embed.get("title"), 256),
        ("description", embed.get("description"), 4096),
        ("footer.text", footer.get("text"), 2048),
        ("author.name", author.get("name"), 256),
    ]
    for name, value, most in parts:
        lengths.text(problems, (*path, *name.split(".")), value, 0, most)
    texts = [value for _, value, _ in parts]
    fields = embed.get("fields") or []
    lengths.count(fields, problems, (*path, "fields"), 0, 25)
    for index, field in enumerate(fields):
        for name, most in (("name", 256), ("value", 1024)):
            lengths.text(problems, (*path, "fields", index, name), field.get(name), 1, most, required=True)
            texts.append(field.get(name))
    urls = [("url", embed.get("url"))]
    for name in ("image", "thumbnail", "video", "author", "footer"):
        inner = embed.get(name) or {}
        urls.append((f"{name}.url", inner.get("url")))
        urls.append((f"{name}.icon_url", inner.get("icon_url")))
    for name, url in urls:
        if url is not None and not _URL.match(str(url)):
            problems.add(
                (*path, *name.split(".")),
                "URL_TYPE_INVALID_SCHEME",
                f"Scheme of {url!r} must be one of ('http', 'https', 'attachment')",
            )
    colour = embed.get("color")
    if colour is not None and not (isinstance(colour, int) and 0 <= colour <= 0xFFFFFF):
        problems.add((*path, "color"), "NUMBER_TYPE_MAX", "color must be 0 to 16777215")
    return sum(lengths.length(it.strip()) for it in texts if isinstance(it, str))
