import { minute } from "#lib/clock";
import { every } from "#lib/jobs/jobs";
import { leaveGone } from "./leave.ts";

every("listeners.leave", minute / 4, leaveGone);
