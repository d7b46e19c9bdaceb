import { expect, test } from "vitest";
import { instantFee, instantNet } from "#lib/payouts/instant";

test.each(["FR", "AU"])("what is left of a sum in %s is the most that it covers with its fee", (country) => {
  const covered = (sum: number, net: number) => net + instantFee({ country }, net, "eur").amount <= sum;
  for (let sum = 0; sum < 1_000; sum++) {
    const net = instantNet({ country }, sum, "eur");
    expect(net === 0 || covered(sum, net), `${net} of ${sum}`).toBe(true);
    expect(covered(sum, net + 1), `${net + 1} of ${sum}`).toBe(false);
  }
});
