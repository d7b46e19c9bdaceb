import { on } from "#lib/jobs/jobs";
import { runImport } from "./run-import.ts";

on("imports.run", runImport);
