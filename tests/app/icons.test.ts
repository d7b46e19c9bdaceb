import { readFileSync } from "node:fs";

import { expect, test } from "vitest";

import { iconNames } from "../../app/_ui/icon-names.ts";

test("the sprite holds every icon by its name, and no other", () => {
  const sprite = readFileSync(new URL("../../app/_ui/icons.svg", import.meta.url), "utf8");
  const drawn = [...sprite.matchAll(/<symbol id="([^"]+)"/g)].map(([, name]) => name);
  expect(drawn).toEqual([...iconNames]);
});
