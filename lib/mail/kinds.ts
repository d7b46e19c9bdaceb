/** Everything that is written to somebody. */
export const mailKinds = ["receipt"] as const;

export type MailKind = (typeof mailKinds)[number];

/** Whether a stored text names a kind of today. */
export function isMailKind(text: string): text is MailKind {
  return mailKinds.some((kind) => kind === text);
}
