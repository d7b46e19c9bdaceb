import { on } from "#lib/jobs/jobs";
import "./send-topup.ts";
import { settleTopup } from "./settle-topup.ts";

on("topups.settle", settleTopup);
