import { expect, test } from "vitest";
import { day } from "#lib/clock";
import { maisonLavande } from "#lib/demo/model/maison-lavande";
import { learnDeclines } from "#lib/demo/simulation/answers";
import { type Part, partsOf } from "#lib/demo/simulation/parts";
import { simulated } from "#lib/demo/simulation/simulated";
import { aWorld } from "#tests/support/world";

test("a thread of its own brings the same parts of a history, in order", async () => {
  const { environment, viewer } = await aWorld();
  const until = Date.UTC(2026, 8, 14);
  const history = {
    environment,
    business: maisonLavande,
    payments: 4000,
    seed: 5,
    from: until - 730 * day,
    until,
    declines: await learnDeclines(),
    shop: viewer.actor,
    staff: [viewer.actor],
  };
  const brought: Part[] = [];
  for await (const part of simulated(history)) brought.push(part);
  expect(brought).toEqual([...partsOf(history)]);
  expect(brought.length).toBeGreaterThan(1);
  expect(brought.at(-1)?.done).toBe(4000);
});
