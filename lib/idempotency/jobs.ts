import { hour } from "#lib/clock";
import { every } from "#lib/jobs/jobs";
import { pruneKeys } from "./prune.ts";

every("idempotency.prune", hour, pruneKeys);
