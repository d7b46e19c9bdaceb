import { globSync } from "node:fs";

/** The address patterns of the app's pages, from its files: "/:environment/transactions/:id". Fixed words first. */
export const pageRoutes: readonly string[] = globSync("app/**/page.tsx")
  .map((file) => file.replaceAll("\\", "/").split("/").slice(1, -1))
  .map((parts) => parts.filter((part) => !part.startsWith("(")))
  .map((parts) => `/${parts.map((part) => part.replace(/^\[(.+)\]$/, ":$1")).join("/")}`)
  .sort((one, other) => one.split(":").length - other.split(":").length);

/** The page an address leads to, as its pattern; null for what is no page, such as the API. */
export function routeOf(address: string): string | null {
  const parts = pathOf(address).split("/");
  return pageRoutes.find((route) => fits(route.split("/"), parts)) ?? null;
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
