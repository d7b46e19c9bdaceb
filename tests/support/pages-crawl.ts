import type { Page } from "@playwright/test";
import { routeOf } from "./pages-routes.ts";

/** What somebody saw at an address. `links` are addresses of the same site. */
export interface Visited {
  problems: string[];
  links: string[];
}

interface Crawling {
  starts: string[];
  /** How many addresses of one page are looked at, beside the starts. */
  most: number;
  visit(page: Page, address: string): Promise<Visited>;
}

export interface Crawled {
  /** Of each page that was reached, how many addresses were looked at. */
  routes: Map<string, number>;
  /** "address: what is wrong with it" */
  defects: string[];
}

/** Follows every link from the starts on, a bounded number of times to each kind of page. */
export async function crawl(page: Page, { starts, most, visit }: Crawling): Promise<Crawled> {
  const routes = new Map<string, number>();
  const defects: string[] = [];
  const variants = new Set<string>();
  const queue = [...starts];
  for (let address = queue.shift(); address !== undefined; address = queue.shift()) {
    const route = routeOf(address);
    const variant = route === null || address.includes("?") ? variantOf(address) : address;
    if (variants.has(variant)) continue;
    variants.add(variant);
    const visits = route === null ? 0 : (routes.get(route) ?? 0);
    if (visits >= most && !starts.includes(address)) continue;
    if (route !== null) routes.set(route, visits + 1);
    const { problems, links } = await visit(page, address);
    defects.push(...problems.map((problem) => `${address}: ${problem}`));
    queue.push(...links);
  }
  return { routes, defects };
}

/** Two lists filtered by the same things are the same kind of page, whatever the values. */
function variantOf(address: string): string {
  const { pathname, searchParams } = new URL(address, "http://localhost");
  return `${pathname}?${[...new Set(searchParams.keys())].sort().join("&")}`;
}
