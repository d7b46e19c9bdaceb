import { on } from "#lib/jobs/jobs";
import { gather } from "./gather.ts";
import { workOnRun } from "./work-on-run.ts";

on("bulk.gather", gather);
on("bulk.work", workOnRun);
