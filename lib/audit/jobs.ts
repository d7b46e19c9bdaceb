import { hour } from "#lib/clock";
import { every } from "#lib/jobs/jobs";
import { letHistoryGo } from "./retention.ts";

every("audit.let_go", 6 * hour, letHistoryGo);
