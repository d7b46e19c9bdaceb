import { readFileSync } from "node:fs";

import { describe, expect, test } from "vitest";

const tokens = new Map(
  [
    ...readFileSync(new URL("../../app/_ui/styles/tokens.css", import.meta.url), "utf8").matchAll(
      /--([\w-]+): light-dark\((#\w{6}), (#\w{6})\)/g,
    ),
  ].map(([, name = "", light = "", dark = ""]) => [name, [light, dark]]),
);

const onPaper = ["ink", "soft", "faint", "act", "hurt", "wait", "good"];
const pairs = [
  ...onPaper.map((text) => [text, "paper"]),
  ...onPaper.map((text) => [text, "raised"]),
  ...["ink", "soft", "faint", "act", "hurt", "wait"].map((text) => [text, "sunk"]),
  ["act-ink", "act"],
  ["act-ink", "act-strong"],
  ["act", "act-soft"],
  ["hurt", "hurt-soft"],
  ["wait", "wait-soft"],
  ["act", "hurt-soft"],
];

describe.each([
  ["light", 0],
  ["dark", 1],
])("in the %s theme", (_, theme) => {
  test.each(pairs)("%s reads well on %s", (text = "", ground = "") => {
    expect(contrast(colour(text, theme), colour(ground, theme))).toBeGreaterThanOrEqual(4.5);
  });
});

function colour(name: string, theme: number): string {
  const value = tokens.get(name)?.[theme];
  if (!value) throw new Error(`No such colour: --${name}`);
  return value;
}

/** WCAG 2: the ratio of relative luminances, from 1 to 21. */
function contrast(one: string, other: string): number {
  const [lighter = 0, darker = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) =>
    linear(parseInt(hex.slice(at, at + 2), 16) / 255),
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function linear(channel: number): number {
  return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
}
