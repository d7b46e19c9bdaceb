import { hour } from "#lib/clock";
import { every } from "#lib/jobs/jobs";
import { pruneFiles } from "./prune.ts";

every("files.prune", hour, pruneFiles);
