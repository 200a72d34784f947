"""What a person reads: messages, cards, buttons and forms as plain text, for transcripts and failure messages."""

from __future__ import annotations

from collections.abc import Iterator

from playground.messages import every_component
from playground.state import Message, User
from playground.wire import SELECTS, ComponentKind, Json


def readable(message: Message) -> str:
    """All words of a message: its content, text displays and cards, in reading order."""
    parts = [message.content, *_texts(message.components)]
    for embed in message.embeds:
        parts.extend(_embed_words(embed))
    return "\n".join(part for part in parts if part)


def screen(messages: list[Message], viewer: User, modal: Json | None = None) -> str:
    """The messages (and an open form) as *viewer* sees them."""
    lines: list[str] = []
    for message in messages:
        lines.extend(_message(message, viewer))
    if modal is not None:
        lines.extend(_modal(modal))
    return "\n".join(lines) if lines else "(nothing)"


def labels(components: list[Json], kinds: frozenset[ComponentKind]) -> list[str]:
    """Names of the components of these kinds, as a person would call them."""
    return [label_of(it) for it in every_component(components) if it.get("type") in kinds]


def label_of(component: Json) -> str:
    """A button's label or emoji, a select's placeholder, a field's label; else its custom id."""
    emoji = component.get("emoji") or {}
    written = component.get("label") or component.get("placeholder") or emoji.get("name")
    return str(written or component.get("custom_id", ""))


def _message(message: Message, viewer: User) -> Iterator[str]:
    marks = []
    if message.private:
        marks.append("only you can see this" if message.seen_by == viewer.id else "private")
    if message.edited_at is not None:
        marks.append("edited")
    if message.channel.is_dm:
        marks.append("direct message")
    yield f"{message.author.name}{' (' + ', '.join(marks) + ')' if marks else ''}:"
    if message.loading:
        yield "  … is thinking"
    for line in message.content.splitlines():
        yield f"  {line}"
    for embed in message.embeds:
        for block in _embed_words(embed):
            for line in block.splitlines():
                yield f"  ┃ {line}"
    yield from _components(message.components, "  ")
    for attachment in message.attachments:
        about = f" – {attachment.description}" if attachment.description else ""
        yield f"  📎 {attachment.filename} ({attachment.size} bytes){about}"
    for emoji, by in message.reactions.items():
        yield f"  {emoji} {len(by)}"


def _components(components: list[Json], indent: str) -> Iterator[str]:
    for component in components:
        kind = component.get("type")
        if kind == ComponentKind.ACTION_ROW:
            children = component.get("components") or []
            buttons = [it for it in children if it.get("type") == ComponentKind.BUTTON]
            if buttons:
                yield indent + " ".join(map(_button, buttons))
            yield from _components([it for it in children if it not in buttons], indent)
        elif kind in SELECTS:
            options = " | ".join(str(it.get("label")) for it in component.get("options") or ())
            yield f"{indent}▾ {label_of(component)}{': ' + options if options else ''}"
        elif kind == ComponentKind.TEXT_DISPLAY:
            for line in str(component.get("content", "")).splitlines():
                yield f"{indent}{line}"
        elif kind == ComponentKind.SECTION:
            yield from _components(component.get("components") or [], indent)
            yield from _components([component["accessory"]] if "accessory" in component else [], indent)
        elif kind == ComponentKind.CONTAINER:
            yield from _components(component.get("components") or [], indent + "┃ ")
        elif kind == ComponentKind.BUTTON:
            yield indent + _button(component)
        elif kind == ComponentKind.SEPARATOR:
            yield f"{indent}───"
        elif kind == ComponentKind.THUMBNAIL:
            yield f"{indent}🖼 {component.get('description') or ''}".rstrip()
        elif kind == ComponentKind.MEDIA_GALLERY:
            for item in component.get("items") or ():
                yield f"{indent}🖼 {item.get('description') or ''}".rstrip()
        elif kind == ComponentKind.FILE:
            yield f"{indent}📎 {component.get('name') or component.get('file', {}).get('url', '')}"


def _button(component: Json) -> str:
    emoji = (component.get("emoji") or {}).get("name")
    words = " ".join(filter(None, (emoji, component.get("label"))))
    target = f" → {component['url']}" if component.get("url") else ""
    return f"[{words}{target}]" if not component.get("disabled") else f"({words}{target})"


def _modal(modal: Json) -> Iterator[str]:
    yield f"╔ {modal.get('title', '')}"
    for component in modal.get("components") or ():
        kind = component.get("type")
        if kind == ComponentKind.TEXT_DISPLAY:
            yield f"║ {component.get('content', '')}"
        elif kind == ComponentKind.LABEL:
            inner = component.get("component") or {}
            yield f"║ {component.get('label', '')}{_star(inner)}: {_filled(inner)}".rstrip()
            if component.get("description"):
                yield f"║   {component['description']}"
        else:
            for inner in component.get("components") or ():
                yield f"║ {label_of(inner)}{_star(inner)}: {inner.get('value') or ''}".rstrip()
    yield "╚"


def _filled(component: Json) -> str:
    if component.get("options"):
        return " | ".join(
            f"({it.get('label')})" if it.get("default") else str(it.get("label"))
            for it in component["options"]
        )
    return str(component.get("value") or "")


def _star(component: Json) -> str:
    return "*" if component.get("required", True) else ""


def _texts(components: list[Json]) -> list[str]:
    kind = ComponentKind.TEXT_DISPLAY
    return [str(it.get("content", "")) for it in every_component(components) if it.get("type") == kind]


def _embed_words(embed: Json) -> list[str]:
    author = (embed.get("author") or {}).get("name")
    fields = [f"{it.get('name', '')}: {it.get('value', '')}" for it in embed.get("fields") or ()]
    footer = (embed.get("footer") or {}).get("text")
    words = [author, embed.get("title"), embed.get("description"), *fields, footer]
    return [str(it) for it in words if it]
