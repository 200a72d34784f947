/** Small windows beside something: menus and lists. One at a time; above everything, forms included. */

let open = null;

/**
 * Show `panel` beside `anchor` (an element, or a point `{x, y}`). Closes on Escape, on a press outside, when the anchor goes.
 * `onClose(byKey)` is called once. Gives a function that closes it.
 */
export function float(panel, anchor, { onClose = () => {}, width = 0, above = false } = {}) {
  open?.close(false);
  const isPoint = !(anchor instanceof Element);
  const home = (isPoint ? null : anchor.closest("dialog")) ?? document.querySelector("dialog[open]") ?? document.querySelector("main") ?? document.body;
  panel.classList.add("floating");
  panel.setAttribute("popover", "manual");
  home.append(panel);
  panel.showPopover();
  if (width) panel.style.minWidth = `${width}px`;

  const place = () => {
    const edge = isPoint ? { left: anchor.x, right: anchor.x, top: anchor.y, bottom: anchor.y } : anchor.getBoundingClientRect();
    const { offsetWidth, offsetHeight } = panel;
    const below = innerHeight - edge.bottom;
    const goesAbove = above ? edge.top > offsetHeight + 8 || edge.top > below : below < offsetHeight + 8 && edge.top > below;
    const room = Math.max(80, (goesAbove ? edge.top : below) - 12);
    panel.style.maxHeight = `${room}px`;
    const height = Math.min(offsetHeight, room);
    const top = goesAbove ? edge.top - height - 4 : edge.bottom + 4;
    panel.style.top = `${Math.max(4, top)}px`;
    panel.style.left = `${Math.max(4, Math.min(edge.left, innerWidth - offsetWidth - 4))}px`;
  };
  place();

  const close = (byKey) => {
    if (open?.close !== close) return;
    open = null;
    removeEventListener("pointerdown", outside, true);
    removeEventListener("resize", place);
    document.removeEventListener("scroll", moved, true);
    panel.remove();
    onClose(byKey);
  };
  const outside = (event) => {
    if (!panel.contains(event.target) && !(!isPoint && anchor.contains(event.target))) close(false);
  };
  const moved = (event) => {
    if (panel.contains(event.target)) return;
    if (!isPoint && !anchor.isConnected) close(false);
    else place();
  };
  panel.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      event.preventDefault();
      event.stopPropagation();
      close(true);
    }
  });
  addEventListener("pointerdown", outside, true);
  addEventListener("resize", place);
  document.addEventListener("scroll", moved, true);
  open = { close };
  return close;
}

/** Close whatever floats. */
export function closeFloating() {
  open?.close(false);
}
