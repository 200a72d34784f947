// Sets the colours before the first paint. The choice is "auto" (as the system has it), "dark" or "light".
(() => {
  const system = matchMedia("(prefers-color-scheme: light)");
  const read = () => {
    try {
      return localStorage.getItem("theme") ?? "auto";
    } catch {
      return "auto";
    }
  };
  const apply = () => {
    const choice = read();
    document.documentElement.dataset.theme = choice === "auto" ? (system.matches ? "light" : "dark") : choice;
  };
  apply();
  system.addEventListener("change", apply);
  window.addEventListener("storage", apply);
  window.playgroundTheme = {
    get choice() {
      return read();
    },
    set choice(value) {
      try {
        localStorage.setItem("theme", value);
      } catch {
        // A browser without storage keeps the choice for this page only.
      }
      apply();
      if (value !== "auto") document.documentElement.dataset.theme = value;
    },
  };
})();
