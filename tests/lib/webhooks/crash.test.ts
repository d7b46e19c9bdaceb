import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { expect, test } from "vitest";
import { aReceiver } from "#tests/support/receiver";
import { anEndpoint, anEvent, deliveriesTo } from "#tests/support/webhooks";
import { aWorld } from "#tests/support/world";

const program = `
  const { startDispatcher } = await import("#lib/webhooks/dispatcher");
  const dispatcher = startDispatcher();
  process.on("SIGTERM", async () => {
    await dispatcher.stop();
    process.exit(0);
  });`;

/** A process of its own that sends what is due in this test's database. */
function aProcess(): ChildProcess {
  return spawn(process.execPath, ["--input-type=module", "-e", program], { stdio: "ignore" });
}

test("what a killed process had begun, and what it had not, is sent after the restart", async () => {
  const { viewer } = await aWorld();
  let answers = false;
  const receiver = await aReceiver((response) => {
    if (answers) response.end();
  });
  const endpoint = await anEndpoint(viewer, receiver);
  const ids: string[] = [];
  for (let i = 0; i < 40; i++) ids.push(await anEvent(viewer));

  const first = aProcess();
  await receiver.until(4);
  first.kill("SIGKILL");
  await once(first, "exit");
  const begun = receiver.ids();
  answers = true;

  const second = aProcess();
  await receiver.until(begun.length + ids.length);
  second.kill("SIGTERM");
  await once(second, "exit");
  expect(new Set(receiver.ids().slice(begun.length))).toEqual(new Set(ids));
  const states = (await deliveriesTo(viewer, endpoint)).map(({ state }) => state);
  expect(states).toEqual(Array(ids.length).fill("delivered"));
}, 60_000);
