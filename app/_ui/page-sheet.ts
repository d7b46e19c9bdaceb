import { filterWhileTyping } from "./filter-while-typing";

/** Shows a part of another page over this one, until it is closed; where that fails, goes there. */
export async function openSheet(href: string, part: "commands" | "keys"): Promise<void> {
  if (document.querySelector("dialog[open]")) return;
  const content = await partOf(href, part).catch(() => null);
  if (!content) return location.assign(href);
  // Asked for twice while it came.
  if (document.querySelector("dialog[open]")) return;
  const sheet = document.createElement("dialog");
  sheet.className = "ui-sheet";
  sheet.setAttribute("aria-label", content.title);
  sheet.append(content.part);
  sheet.addEventListener("close", () => sheet.remove());
  sheet.addEventListener("click", ({ target }) => target === sheet && sheet.close());
  document.body.append(sheet);
  sheet.showModal();
  filterWhileTyping(content.part);
  content.part.querySelector("input")?.focus();
}

async function partOf(href: string, part: string): Promise<{ title: string; part: HTMLElement } | null> {
  const answer = await fetch(href, { headers: { Accept: "text/html" } });
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const found = page.querySelector<HTMLElement>(`[data-part="${part}"]`);
  return (
    found && {
      title: page.querySelector("h1")?.textContent.trim() ?? "",
      part: document.importNode(found, true),
    }
  );
}
