import { z } from "zod";
import { day } from "#lib/clock";
import { seal, unseal } from "#lib/seal";

/** What a connection is for: events as they happen, or the log of API requests. */
export const features = ["webhooks", "request_logs"] as const;

const session = z.object({
  feature: z.enum(features),
  environmentId: z.number(),
  keyId: z.string(),
  /** The id of the endpoint that stands for it while it listens to events. */
  listenerId: z.string(),
  device: z.string(),
  /** Where the command line forwards to; null when it only shows. */
  forwardTo: z.string().nullable(),
  /** What the log is narrowed to, as the command line wrote it. */
  filters: z.string().nullable(),
  /** System clock. */
  createdAt: z.number(),
});

export type Session = z.output<typeof session>;

const prefix = "cliws_";
const subject = "listening session";
/** A command line that comes back later begins a new one by itself. */
const goodFor = day;

/** All there is to know of a session, sealed: nothing of it is kept, and any process of this server can open it. */
export function tokenOf(facts: Session): string {
  return prefix + seal(subject, JSON.stringify(facts));
}

/** The session that a token stands for; null for any other text, and when it is too old. */
export function sessionOf(token: string): Session | null {
  if (!token.startsWith(prefix) || token.length > 4000) return null;
  try {
    const facts = session.parse(JSON.parse(unseal(subject, token.slice(prefix.length))));
    return facts.createdAt + goodFor > Date.now() ? facts : null;
  } catch {
    return null;
  }
}
