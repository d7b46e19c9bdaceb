import { hour } from "#lib/clock";
import { config } from "#lib/config";
import { every } from "#lib/jobs/jobs";
import { pruneRequests } from "./prune.ts";

every("request-log.prune", hour, () => pruneRequests(config().requestLogDays));
