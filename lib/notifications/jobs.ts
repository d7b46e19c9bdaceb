import { on } from "#lib/jobs/jobs";
import { sendDigest } from "./send-digest.ts";

on("notifications.digest", sendDigest);
