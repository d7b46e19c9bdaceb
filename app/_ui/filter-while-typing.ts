/** Shows of a list what has all words of its search field; the arrows walk along it, Enter goes to the first. */
export function filterWhileTyping(list: HTMLElement): void {
  const field = list.querySelector<HTMLInputElement>("input[type=search]");
  const nothing = list.querySelector<HTMLElement>("[data-nothing]");
  if (!field) return;
  field.addEventListener("input", () => {
    const words = field.value.toLocaleLowerCase().split(/\s+/);
    for (const item of list.querySelectorAll("li")) {
      const name = item.querySelector("a")?.textContent.toLocaleLowerCase() ?? "";
      item.hidden = !words.every((word) => name.includes(word));
    }
    for (const group of list.querySelectorAll("section")) {
      group.hidden = group.querySelector("li:not([hidden])") === null;
    }
    if (nothing) nothing.hidden = linksOf(list).length > 0;
  });
  list.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && event.target === field) {
      event.preventDefault();
      linksOf(list)[0]?.click();
    }
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      const stops = [field, ...linksOf(list)];
      const at = stops.findIndex((stop) => stop === document.activeElement);
      stops[(at + (event.key === "ArrowDown" ? 1 : stops.length - 1)) % stops.length]?.focus();
    }
  });
}

function linksOf(list: HTMLElement): HTMLAnchorElement[] {
  return [...list.querySelectorAll<HTMLAnchorElement>("li:not([hidden]) > a")];
}
