import { on } from "#lib/jobs/jobs";
import { runPayouts } from "./run-payouts.ts";
import { settlePayout } from "./settle-payout.ts";
import { submitPayout } from "./submit-payout.ts";

on("payouts.run", runPayouts);
on("payouts.settle", settlePayout);
on("payouts.submit", submitPayout);
