import { existsSync } from "node:fs";
import { runInNewContext } from "node:vm";
import { expect, test } from "vitest";
import manifest from "../../app/manifest";
import { GET } from "../../app/sw.js/route";

test("every icon of the manifest is there", () => {
  const { icons = [] } = manifest();
  expect(icons.length).toBeGreaterThan(0);
  for (const { src } of icons) expect(existsSync(`public${src}`)).toBe(true);
});

test("the icon that browsers ask for unasked is there", () => {
  expect(existsSync("public/favicon.ico")).toBe(true);
});

test("the browser's helper keeps one page, and answers nothing but visits without a network", async () => {
  const listeners = new Map<string, (event: object) => void>();
  const kept: string[] = [];
  const caches = {
    open: () => Promise.resolve({ add: ({ url }: { url: string }) => Promise.resolve(kept.push(url)) }),
    match: (page: string) => Promise.resolve(`kept ${page}`),
  };
  runInNewContext(await GET().text(), {
    self: {
      addEventListener: (name: string, listener: (event: object) => void) => listeners.set(name, listener),
      skipWaiting: () => {},
    },
    caches,
    Request: function (url: string) {
      return { url };
    },
    fetch: () => Promise.reject(new Error("no network")),
  });
  const work: Promise<unknown>[] = [];
  listeners.get("install")?.({ waitUntil: (done: Promise<unknown>) => work.push(done) });
  await Promise.all(work);
  expect(kept).toEqual(["/offline"]);
  const answers: Promise<unknown>[] = [];
  const ask = (request: object) =>
    listeners.get("fetch")?.({ request, respondWith: (answer: Promise<unknown>) => answers.push(answer) });
  ask({ mode: "cors", method: "GET" });
  ask({ mode: "navigate", method: "POST" });
  expect(answers).toEqual([]);
  ask({ mode: "navigate", method: "GET" });
  expect(await answers[0]).toBe("kept /offline");
});
