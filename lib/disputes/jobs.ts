import { on } from "#lib/jobs/jobs";
import { decideDispute } from "./decide-dispute.ts";
import { settleOverdue } from "./settle-overdue.ts";

on("disputes.decide", decideDispute);
on("disputes.overdue", settleOverdue);
