import { on } from "#lib/jobs/jobs";
import { carryOutLine } from "./carry-out.ts";
import { expireApproval } from "./expire-approval.ts";

on("approvals.expire", expireApproval);
on("approvals.refund", carryOutLine);
