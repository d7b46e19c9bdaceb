"use server";

import { z } from "zod";
import { cancelRun, pauseRun, resumeRun, startRun } from "#lib/bulk/change-run";
import { formAction } from "../../../../_server/form-action";

const commands = { start: startRun, pause: pauseRun, resume: resumeRun, cancel: cancelRun };
const typed = z.strictObject({ run: z.string(), command: z.enum(["start", "pause", "resume", "cancel"]) });

/** Confirms, pauses, resumes or cancels a run. */
export const changeRun = formAction(typed, (viewer, { run, command }) => commands[command](viewer, run));
