/** Gathers the icons the interface uses into one sprite: `node bin/icons.ts`. */
import { writeFileSync } from "node:fs";

import { z } from "zod";

import { iconNames } from "../app/_ui/icon-names.ts";

const attributes = z.record(z.string(), z.union([z.string(), z.number()]));
const icon = z.object({ __iconData: z.object({ node: z.array(z.tuple([z.string(), attributes])) }) });

async function symbol(name: string): Promise<string> {
  const { __iconData } = icon.parse(await import(`lucide-react/dist/esm/icons/${name}.mjs`));
  return `<symbol id="${name}" viewBox="0 0 24 24">${__iconData.node.map(shape).join("")}</symbol>`;
}

function shape([tag, { key: _key, ...rest }]: [string, z.infer<typeof attributes>]): string {
  const written = Object.entries(rest).map(([attribute, value]) => ` ${attribute}="${value}"`);
  return `<${tag}${written.join("")}/>`;
}

const symbols = await Promise.all(iconNames.map(symbol));
const note = "<!-- Icons from lucide.dev, ISC licence. Made by bin/icons.ts. -->";
const sprite = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24">\n${note}\n${symbols.join("\n")}\n</svg>\n`;
writeFileSync(new URL("../app/_ui/icons.svg", import.meta.url), sprite);
