import { minute } from "#lib/clock";
import { every } from "#lib/jobs/jobs";
import { refillDays } from "./refill-days.ts";

every("figures.refill_days", minute, refillDays);
