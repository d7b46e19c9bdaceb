import { expect, test } from "@playwright/test";
import { visitor } from "#tests/support/pages-visit";

const address = "/maison-lavande-test/customers";
const broken = `<!doctype html><html lang="de"><head><title>Broken</title></head><body><main>
  <h1>One</h1><h1>Two</h1>
  <p>filter.clear</p><p>Paid by {name}</p>
  <a href="#nowhere">Nowhere</a>
  <img src="data:,">
  <div style="width: 2000px">Wide</div>
  <div hidden="" id="S:0">Streamed</div>
  <script>throw new Error("Broken script")</script>
</main></body></html>`;

test("who walks through the pages sees what is wrong with one", async ({ page }) => {
  await page.route(address, (route) => route.fulfill({ contentType: "text/html", body: broken }));
  const { problems } = await visitor({ locale: "en", widths: [1280] })(page, address);
  for (const problem of [
    'cache-control is ""',
    "a hidden streamed segment",
    "2 h1",
    'lang is "de"',
    'not a sentence: "filter.clear"',
    'not a sentence: "Paid by {name}"',
    "leads nowhere",
    "px too wide",
    "image-alt",
    "script: Broken script",
  ]) {
    expect(problems.join("\n")).toContain(problem);
  }

  await page.route(address, (route) => route.fulfill({ status: 404, body: "Gone" }));
  const missing = await visitor({ locale: "en", widths: [1280] })(page, address);
  expect(missing.problems).toContain("answers 404");
});
