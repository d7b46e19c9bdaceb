import { globSync } from "node:fs";

/** The address patterns of the app's pages, from its files: "/:environment/transactions/:id". Fixed words first. */
export const pageRoutes: readonly string[] = patternsOf("app/**/page.tsx");

/** Those of what is no page: files to take away, and what scripts ask for. */
const otherRoutes = patternsOf("app/**/route.ts");

/** The page an address leads to, as its pattern; null for what is no page, such as the API or a file. */
export function routeOf(address: string): string | null {
  const parts = pathOf(address).split("/");
  const [page, other] = [pageRoutes, otherRoutes].map((routes) =>
    routes.find((route) => fits(route.split("/"), parts)),
  );
  if (page === undefined) return null;
  return other === undefined || named(page) > named(other) ? page : null;
}

function patternsOf(files: string): string[] {
  return globSync(files)
    .map((file) => file.replaceAll("\\", "/").split("/").slice(1, -1))
    .map((parts) => parts.filter((part) => !part.startsWith("(")))
    .map((parts) => `/${parts.map((part) => part.replace(/^\[(.+)\]$/, ":$1")).join("/")}`)
    .sort((one, other) => named(other) - named(one));
}

/** How many parts of a pattern are words of their own. */
function named(route: string): number {
  return route.split("/").filter((part) => !part.startsWith(":")).length;
}

/** The address without origin, query and fragment. */
export function pathOf(address: string): string {
  return new URL(address, "http://localhost").pathname;
}

function fits(pattern: string[], parts: string[]): boolean {
  return (
    pattern.length === parts.length &&
    pattern.every((part, place) => part === parts[place] || (part.startsWith(":") && parts[place] !== ""))
  );
}
