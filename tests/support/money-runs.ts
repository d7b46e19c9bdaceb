import fc from "fast-check";
import { dialect } from "#db/dialect";

const full = fc.readConfigureGlobal()?.numRuns;

/**
 * How often a property about money is tried, and how long that may take: `usual` times, or as often as the full run
 * asks. The embedded Postgres, which takes some fifty times as long for a payment, tries a twentieth of it.
 */
export function moneyRuns(usual: number): { numRuns: number; timeout: number } {
  return {
    numRuns: Math.ceil((full ?? usual) / (dialect === "postgres" ? 20 : 1)),
    timeout: full === undefined ? 300_000 : 1_800_000,
  };
}
