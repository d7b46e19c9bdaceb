/** Gathers the icons the interface uses into one sprite: `node bin/icons.ts`. */
import { writeFileSync } from "node:fs";

import type { LucideIconData } from "lucide-react";

import { iconNames } from "../app/_ui/icon-names.ts";

async function symbol(name: string): Promise<string> {
  const icon: { __iconData: LucideIconData } = await import(`lucide-react/dist/esm/icons/${name}.mjs`);
  return `<symbol id="${name}" viewBox="0 0 24 24">${icon.__iconData.node.map(shape).join("")}</symbol>`;
}

function shape([tag, { key: _key, ...attributes }]: LucideIconData["node"][number]): string {
  const written = Object.entries(attributes).map(([attribute, value]) => ` ${attribute}="${value}"`);
  return `<${tag}${written.join("")}/>`;
}

const symbols = await Promise.all(iconNames.map(symbol));
const note = "<!-- Icons from lucide.dev, ISC licence. Made by bin/icons.ts. -->";
const sprite = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24">\n${note}\n${symbols.join("\n")}\n</svg>\n`;
writeFileSync(new URL("../app/_ui/icons.svg", import.meta.url), sprite);
