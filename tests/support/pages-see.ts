import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";

/** What stands on a page. */
export interface Seen {
  title: string;
  headings: number;
  language: string;
  /** Addresses on this site that links lead to, each once. */
  links: string[];
  /** Links to a place on the page that is not there, or to no address at all. */
  nowhere: string[];
  /** Texts that are a message's key, or have a blank that nobody filled in. */
  unsaid: string[];
}

/** Looks at the page as it stands. */
export async function see(page: Page): Promise<Seen> {
  const { texts, ...seen } = await page.evaluate(look);
  return { ...seen, unsaid: texts.filter((text) => keys.has(text) || /\{\w+\}/.test(text)) };
}

/** Runs in the page. */
function look() {
  const texts = new Set<string>();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const { parentElement, textContent } = walker.currentNode;
    if (!parentElement?.closest("script, style, pre, code, textarea")) texts.add((textContent ?? "").trim());
  }
  const anchors = [...document.querySelectorAll("a")];
  const own = anchors.filter(({ origin }) => origin === location.origin);
  const isHere = (link: HTMLAnchorElement) =>
    link.hash !== "" && link.pathname === location.pathname && link.search === location.search;
  return {
    title: document.title,
    headings: document.querySelectorAll("h1").length,
    language: document.documentElement.lang,
    links: [...new Set(own.filter((link) => !isHere(link)).map(({ pathname, search }) => pathname + search))],
    nowhere: anchors
      .filter((link) => !link.hasAttribute("href") || (isHere(link) && !document.querySelector(link.hash)))
      .map(({ outerHTML }) => outerHTML.slice(0, 150)),
    texts: [...texts],
  };
}

/** Keys that could not be taken for a word: with a dot, or a capital inside. */
const keys = new Set(
  readdirSync("lib/messages/en")
    .filter((name) => name.endsWith(".json"))
    .flatMap((name) => keysIn(JSON.parse(readFileSync(join("lib/messages/en", name), "utf8"))))
    .filter((key) => /[.A-Z]/.test(key)),
);

function keysIn(messages: object, prefix = ""): string[] {
  return Object.entries(messages).flatMap(([key, message]) =>
    typeof message === "string" ? [prefix + key] : keysIn(message, `${prefix}${key}.`),
  );
}
