import { on } from "#lib/jobs/jobs";
import { tellThatItExpires } from "./tell-expiring.ts";

on("source.expires", tellThatItExpires);
