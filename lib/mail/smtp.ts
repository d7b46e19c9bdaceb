import { createTransport } from "nodemailer";
import { config } from "#lib/config";

/** A mail as it leaves: `from` is the name that stands before the server's own address. */
export interface Outgoing {
  id: string;
  from: string;
  replyTo: string | null;
  to: string;
  subject: string;
  text: string;
  html: string;
}

const patience = 20_000;

/** Hands a mail to the server of `SMTP_URL`. Throws what the server says. */
export async function sendOverSmtp(mail: Outgoing): Promise<void> {
  const { smtp } = config();
  if (!smtp) throw new Error("No mail server is configured");
  const transport = createTransport({
    url: smtp.url,
    connectionTimeout: patience,
    greetingTimeout: patience,
    socketTimeout: patience,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  try {
    await transport.sendMail({
      messageId: `<${mail.id}@comptoir>`,
      from: { name: mail.from, address: smtp.from },
      to: { name: "", address: mail.to },
      replyTo: mail.replyTo ?? undefined,
      subject: mail.subject,
      text: mail.text,
      html: mail.html,
      headers: { "Auto-Submitted": "auto-generated" },
    });
  } finally {
    transport.close();
  }
}

/** Whether the server will never take this mail, however often it is tried. */
export function isRefusedForGood(error: unknown): boolean {
  const code = typeof error === "object" && error !== null && "responseCode" in error && error.responseCode;
  return typeof code === "number" && code >= 500;
}
