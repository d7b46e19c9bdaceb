/** What becomes of the money that a capture leaves held. */
export const captureChoices = ["done", "more_to_come"] as const;
