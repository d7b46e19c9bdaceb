import { on } from "#lib/jobs/jobs";
import { fundRefunds } from "./fund-refunds.ts";
import { settleLater } from "./settle-later.ts";

on("refunds.fund", fundRefunds);
on("refunds.settle", settleLater);
