import AxeBuilder from "@axe-core/playwright";
import { type ConsoleMessage, expect, type Page, type Response } from "@playwright/test";
import type { Locale } from "#lib/i18n/locale";
import { routeOf } from "./pages-routes.ts";
import { secretsIn } from "./pages-secrets.ts";
import { type Seen, see } from "./pages-see.ts";
import type { Visited } from "./pages-crawl.ts";

export interface Visiting {
  locale: Locale;
  /** Each page is looked at in all of these. */
  widths: number[];
  axe?: "asked" | "at the first width" | "left out";
}

/** Opens an address and says everything that is wrong with the page. */
export function visitor({ locale, widths, axe = "asked" }: Visiting) {
  return async (page: Page, address: string): Promise<Visited> => {
    const complaints = complaintsOf(page);
    const { problems, links } = await look(page, address, { locale, widths, axe });
    return { problems: [...problems, ...complaints.end()], links };
  };
}

async function look(page: Page, address: string, { locale, widths, axe }: Visiting): Promise<Visited> {
  if (routeOf(address) === null) {
    const file = await page.request.get(address);
    return { problems: file.ok() ? [] : [`answers ${file.status()}`], links: [] };
  }
  const [first = 1280] = widths;
  await page.setViewportSize({ width: first, height: 900 });
  const response = await page.goto(address);
  if (!response) return { problems: ["no answer"], links: [] };
  if (response.status() >= 400) return { problems: [`answers ${response.status()}`], links: [] };

  const seen = await see(page);
  const problems = [...(await wrongWithAnswer(response)), ...wrongWithPage(seen, locale)];
  // What the server sent, and what scripts have fetched and shown since.
  problems.push(...secretsIn((await response.text()) + (await page.content())));
  for (const width of widths) {
    const wrong = await wrongAtWidth(page, width);
    if (axe === "asked" || (axe === "at the first width" && width === first))
      wrong.push(...(await axeViolations(page)));
    problems.push(...wrong.map((problem) => `${width} px: ${problem}`));
  }
  return { problems, links: seen.links };
}

/** What the browser complains about from now on. */
function complaintsOf(page: Page) {
  const said: string[] = [];
  const onConsole = (message: ConsoleMessage) => {
    const isBad = message.type() === "error" || message.type() === "warning";
    if (isBad) said.push(`console: ${message.text()} ${message.location().url}`);
  };
  const onError = (error: Error) => said.push(`script: ${error.message}`);
  page.on("console", onConsole).on("pageerror", onError);
  return {
    end: () => {
      page.off("console", onConsole).off("pageerror", onError);
      return said;
    },
  };
}

async function wrongWithAnswer(response: Response): Promise<string[]> {
  const problems: string[] = [];
  const caching = (await response.headerValue("cache-control")) ?? "";
  const isPrivate = routeOf(response.url())?.startsWith("/:environment") === true;
  if (isPrivate && !/private.*no-store/.test(caching)) problems.push(`cache-control is "${caching}"`);
  // A segment that was streamed waits in a hidden element, and needs scripts to be seen.
  if (/<div hidden="" id="S:|<template id="[BP]:/.test(await response.text())) {
    problems.push("a hidden streamed segment");
  }
  return problems;
}

function wrongWithPage(seen: Seen, locale: Locale): string[] {
  const problems: string[] = [];
  if (seen.headings !== 1) problems.push(`${seen.headings} h1`);
  if (seen.title.trim() === "") problems.push("no title");
  if (seen.language !== locale) problems.push(`lang is "${seen.language}"`);
  problems.push(...seen.unsaid.map((text) => `not a sentence: "${text}"`));
  problems.push(...seen.nowhere.map((link) => `leads nowhere: ${link}`));
  return problems;
}

async function wrongAtWidth(page: Page, width: number): Promise<string[]> {
  await page.setViewportSize({ width, height: 900 });
  const excessOf = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  // A chart follows the width a moment later.
  const settled = expect.poll(excessOf, { timeout: 2_000 }).toBeLessThanOrEqual(0);
  const excess = await settled.then(() => 0, excessOf);
  return excess > 0 ? [`${excess} px too wide`] : [];
}

async function axeViolations(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 150)).join(" ")}`);
}
