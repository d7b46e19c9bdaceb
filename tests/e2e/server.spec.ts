import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { expect, test } from "@playwright/test";
import { demoKeys } from "#lib/demo/credentials";
import { startOwnServer } from "#tests/support/own-server";

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("an empty Comptoir leads its first visitor through opening the account, and nobody after them", async ({
    page,
    browser,
  }) => {
    test.setTimeout(120_000);
    const server = await startOwnServer({ DEMO: "off" });
    const address = `http://localhost:${server.port}`;
    try {
      await page.goto(`${address}/`);
      await expect(page.getByRole("heading", { level: 1, name: "Open your account" })).toBeVisible();
      await page.getByLabel("Name of the business").fill("Premier");
      await page.getByLabel("Country").selectOption("FR");
      await page.getByLabel("Currency").selectOption("eur");
      await page.getByLabel("Your name").fill("Ada Premier");
      await page.getByLabel("Email").fill("ada@premier.test");
      await page.getByLabel("Password").fill("short");
      await page.getByRole("button", { name: "Open the account" }).click();
      await expect(page.getByLabel("Email")).toHaveValue("ada@premier.test");
      await page.getByLabel("Password").fill("a rather long sentence");
      await page.getByRole("button", { name: "Open the account" }).click();
      await expect(page).toHaveURL(/\/premier-test\//);

      const later = await browser.newPage({ javaScriptEnabled: false });
      await later.goto(`${address}/welcome`);
      await expect(later).toHaveURL(/\/sign-in/);
      await later.close();
    } finally {
      await server.stop();
    }
  });
});

test("a server that is asked to stop answers what it had begun, takes nothing new, and ends well", async () => {
  test.setTimeout(120_000);
  const server = await startOwnServer();
  const form = "name=Last+of+the+day";
  const begun = await ask(server.port, [
    "POST /v1/customers HTTP/1.1",
    "Host: 127.0.0.1",
    `Authorization: Bearer ${demoKeys.secret}`,
    "Content-Type: application/x-www-form-urlencoded",
    `Content-Length: ${form.length}`,
    "Expect: 100-continue",
  ]);
  // The server has the request in hand, and waits for its form.
  expect(await begun.next()).toMatch(/^HTTP\/1\.1 100 /);

  const stopped = server.stop();
  await expect.poll(() => isOpen(server.port)).toBe(false);
  begun.send(form);
  const answer = await begun.rest();
  expect(answer).toMatch(/^HTTP\/1\.1 200 /);
  expect(answer).toContain("Last of the day");
  expect(await stopped).toBe(0);
});

async function ask(port: number, head: string[]) {
  const socket = connect(port, "127.0.0.1");
  socket.setEncoding("utf8");
  await once(socket, "connect");
  socket.write(`${head.join("\r\n")}\r\n\r\n`);
  return {
    next: async () => String((await once(socket, "data"))[0]),
    send: (text: string) => void socket.write(text),
    rest: () => restOf(socket),
  };
}

async function restOf(socket: Socket): Promise<string> {
  let text = "";
  for await (const piece of socket) text += String(piece);
  return text;
}

/** Whether the server still takes connections. */
function isOpen(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1");
    socket.once("error", () => resolve(false));
    socket.once("connect", () => {
      socket.destroy();
      resolve(true);
    });
  });
}
