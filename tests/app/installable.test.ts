import { existsSync, readFileSync } from "node:fs";
import { runInNewContext } from "node:vm";
import { NextRequest } from "next/server";
import { expect, test } from "vitest";
import { metadata } from "../../app/layout";
import manifest from "../../app/manifest";
import { GET } from "../../app/sw.js/route";
import { barColours } from "../../app/_ui/theme";

test("every icon of the manifest is there, and a great one for those that cut nothing off", () => {
  const { icons = [] } = manifest();
  for (const { src } of icons) expect(existsSync(`public${src}`)).toBe(true);
  expect(icons.filter(({ sizes }) => sizes === "512x512").map(({ purpose }) => purpose)).toEqual([
    "any",
    "maskable",
  ]);
});

test("the icon that browsers ask for unasked is there", () => {
  expect(existsSync("public/favicon.ico")).toBe(true);
});

test("a phone makes no links of figures, and its bars are coloured as the page is", () => {
  expect(metadata.formatDetection).toMatchObject({ telephone: false, date: false, email: false });
  const tokens = readFileSync("app/_ui/styles/tokens.css", "utf8");
  expect(tokens).toContain(`--paper: light-dark(${barColours("light")}, ${barColours("dark")});`);
  expect(barColours("system")).toEqual([
    { media: "(prefers-color-scheme: light)", color: barColours("light") },
    { media: "(prefers-color-scheme: dark)", color: barColours("dark") },
  ]);
});

test("the browser's helper answers nothing but visits without a network, and keeps nothing", async () => {
  const left = ["offline-1"];
  const { listeners, ask } = await aHelper({ "accept-language": "en" }, left);
  const work: Promise<unknown>[] = [];
  listeners.get("activate")?.({ waitUntil: (done: Promise<unknown>) => work.push(done) });
  await Promise.all(work);
  expect(left).toEqual([]);
  expect(ask({ mode: "cors", method: "GET" })).toBeNull();
  expect(ask({ mode: "navigate", method: "POST" })).toBeNull();
  const shown = await ask({ mode: "navigate", method: "GET" });
  expect(shown?.headers.get("content-type")).toBe("text/html; charset=utf-8");
  expect(await shown?.text()).toContain("You are offline");
});

test("it speaks the person's language, else the browser's", async () => {
  const saidTo = async (headers: Record<string, string>) => {
    const { ask } = await aHelper(headers, []);
    return (await ask({ mode: "navigate", method: "GET" }))?.text();
  };
  expect(await saidTo({ "accept-language": "fr" })).toContain("Vous êtes hors ligne");
  expect(await saidTo({ "accept-language": "fr", cookie: "locale=en" })).toContain("You are offline");
});

/** The helper as a browser runs it that has no network; `left`: what one before it had kept. */
async function aHelper(headers: Record<string, string>, left: string[]) {
  const listeners = new Map<string, (event: object) => void>();
  runInNewContext(await GET(new NextRequest("http://localhost/sw.js", { headers })).text(), {
    self: {
      addEventListener: (name: string, listener: (event: object) => void) => listeners.set(name, listener),
    },
    caches: {
      keys: () => Promise.resolve([...left]),
      delete: (name: string) => Promise.resolve(left.splice(left.indexOf(name), 1)),
    },
    Response,
    fetch: () => Promise.reject(new Error("no network")),
  });
  const ask = (request: object) => {
    const answers: Promise<Response>[] = [];
    listeners.get("fetch")?.({
      request,
      respondWith: (answer: Promise<Response>) => answers.push(answer),
    });
    return answers[0] ?? null;
  };
  return { listeners, ask };
}
