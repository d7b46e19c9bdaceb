import { minute } from "#lib/clock";
import { every, on } from "#lib/jobs/jobs";
import { runExport } from "./run-export.ts";
import { tendExports } from "./tend.ts";

on("exports.write", runExport);
every("exports", minute, tendExports);
