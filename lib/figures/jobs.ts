import { minute } from "#lib/clock";
import { every } from "#lib/jobs/jobs";
import { foldFigures } from "./fold-figures.ts";
import { refillDays } from "./refill-days.ts";

every("figures.fold", 1_000, foldFigures);
every("figures.refill_days", minute, refillDays);
