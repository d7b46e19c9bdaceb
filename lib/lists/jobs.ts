import { hour } from "#lib/clock";
import { every } from "#lib/jobs/jobs";
import { pruneSelections } from "./selections/prune-selections.ts";

every("lists.prune-selections", 6 * hour, pruneSelections);
