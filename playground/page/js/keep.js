/** Browser storage, which may be forbidden or full: what is kept there is a convenience, and then lives as long as the page. */

export const keep = {
  read(key, fallback) {
    try {
      return JSON.parse(localStorage.getItem(key)) ?? fallback;
    } catch {
      return fallback;
    }
  },
  write(key, value) {
    try {
      localStorage.setItem(key, JSON.stringify(value));
    } catch {
      // Nothing to be done, and nothing that a person has to know.
    }
  },
};
