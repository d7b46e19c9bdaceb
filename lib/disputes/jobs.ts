import { on } from "#lib/jobs/jobs";
import { decideDispute } from "./decide-dispute.ts";
import { remindAnswer } from "./remind-answer.ts";
import { settleOverdue } from "./settle-overdue.ts";

on("disputes.decide", decideDispute);
on("disputes.overdue", settleOverdue);
on("disputes.remind", remindAnswer);
