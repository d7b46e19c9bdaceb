import { goesBy } from "#lib/pages/goes-by";

/** Shows of a list what has all words of its search field; the arrows walk along it, Enter goes to the first. */
export function filterWhileTyping(list: HTMLElement): void {
  const field = list.querySelector<HTMLInputElement>("input[type=search]");
  const nothing = list.querySelector<HTMLElement>("[data-nothing]");
  if (!field) return;
  field.addEventListener("input", () => {
    for (const item of list.querySelectorAll("li")) {
      item.hidden = !goesBy(item.querySelector("a")?.textContent ?? "", field.value);
    }
    for (const group of list.querySelectorAll("section")) {
      group.hidden = group.querySelector("li:not([hidden])") === null;
    }
    if (nothing) nothing.hidden = linksOf(list).length > 0;
  });
  list.addEventListener("keydown", (event) => {
    // Where letters are composed of several keys, Enter and the arrows choose among them.
    if (event.isComposing) return;
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
