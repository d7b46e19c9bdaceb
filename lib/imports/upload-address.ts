import { z } from "zod";
import { hour } from "#lib/clock";
import { seal, unseal } from "#lib/seal";

/** Whose file an address takes in, and what for. */
const pass = z.object({
  slug: z.string(),
  kind: z.string(),
  sessionId: z.string(),
  personId: z.string(),
  /** Milliseconds, system clock. */
  until: z.number(),
});
export type UploadPass = z.output<typeof pass>;

const subject = "the address of an import's upload";
const lasts = 12 * hour;

export const uploadsPath = "/imports/";

/**
 * The address that takes a file in, made for one person's page: files go past the server's pages, which take small
 * forms only. Nobody else knows it, so nobody else's page can send anything there.
 */
export function uploadAddress(given: Omit<UploadPass, "until">): string {
  return uploadsPath + seal(subject, JSON.stringify({ ...given, until: Date.now() + lasts }));
}

/** What an address was made for; null for one that was not made here, or is too old. */
export function openUploadAddress(path: string): UploadPass | null {
  try {
    const sealed = path.slice(uploadsPath.length).split("?", 1)[0] ?? "";
    const opened = pass.parse(JSON.parse(unseal(subject, sealed)));
    return opened.until > Date.now() ? opened : null;
  } catch {
    return null;
  }
}
