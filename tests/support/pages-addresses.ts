import type { Page } from "@playwright/test";
import type { Role } from "#lib/auth/roles";
import { demoSlug } from "#lib/demo/credentials";
import { crawl } from "./pages-crawl.ts";
import { neededAt } from "./pages-permissions.ts";
import { holds } from "./pages-roles.ts";
import { routeOf } from "./pages-routes.ts";
import { placesOfOwner } from "./pages-starts.ts";
import { signIn } from "./sign-in.ts";

const home = `/${demoSlug}`;

/** Whether a page belongs to an environment. */
export const isOfEnvironment = (route: string) => route.startsWith("/:environment");

/** An address of every page, as the owner finds them. */
export async function oneAddressOfEach(
  page: Page,
  starts: string[],
): Promise<[route: string, address: string][]> {
  await signIn(page, "owner", home);
  const addresses = new Map<string, string>();
  await crawl(page, {
    starts: [...starts, ...(await placesOfOwner(page))],
    most: 1,
    visit: async (browser, address) => {
      const route = routeOf(address);
      // Files are no pages.
      if (route === null) return { problems: [], links: [] };
      const answer = await browser.request.get(address);
      if (isOfEnvironment(route)) addresses.set(route, address);
      return { problems: [], links: linksIn(await answer.text()) };
    },
  });
  return [...addresses];
}

/** Links to pages of the environment that who has all of these roles may not open. */
export function closedLinks(html: string, roles: Role[]): string[] {
  return linksIn(html).filter((href) => {
    const needs = href.startsWith(home) ? neededAt(href) : undefined;
    return needs !== undefined && !holds(roles, needs);
  });
}

/** Where the page's links lead on this site, each once. */
function linksIn(html: string): string[] {
  const links = [...html.matchAll(/<a [^>]*href="(\/[^"#]*)"/g)].map(([, href = ""]) => href);
  return [...new Set(links)].map((href) => href.replaceAll("&amp;", "&"));
}
