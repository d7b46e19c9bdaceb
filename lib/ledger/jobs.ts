import { on } from "#lib/jobs/jobs";
import { releasePending } from "./release-pending.ts";

on("ledger.release", releasePending);
