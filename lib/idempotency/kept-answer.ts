import { seal, unseal } from "#lib/seal";

const subject = "answer";

/** An answer as it is stored: encrypted when it tells a signing secret, which is told nowhere else. */
export function toKept(body: unknown): unknown {
  return tellsSecret(body) ? { sealed: seal(subject, JSON.stringify(body)) } : body;
}

/** The answer that `toKept` was given. */
export function fromKept(kept: unknown): unknown {
  const sealed = member(kept, "sealed");
  return typeof sealed === "string" ? JSON.parse(unseal(subject, sealed)) : kept;
}

function tellsSecret(body: unknown): boolean {
  const secret = member(body, "secret");
  return typeof secret === "string" && secret.startsWith("whsec_");
}

function member(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null
    ? Object.getOwnPropertyDescriptor(value, name)?.value
    : undefined;
}
