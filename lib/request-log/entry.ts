/** One call of the API, as it is kept. */
export interface RequestLogEntry {
  id: string;
  environmentId: number;
  /** Milliseconds, environment's clock. */
  at: number;
  method: string;
  path: string;
  status: number;
  /** How long the answer took, milliseconds. */
  duration: number;
  keyId: string;
  apiVersion: string;
  address: string | null;
  userAgent: string | null;
  idempotencyKey: string | null;
  /** The request whose answer was given once more. */
  replayOf: string | null;
  errorType: string | null;
  errorCode: string | null;
  /** JSON of the parameters, secrets blanked. */
  params: string | null;
  /** JSON of the answer, secrets blanked; null for a read that succeeded. */
  response: string | null;
}

/** A body as it is kept: whole, or the beginning of its JSON where it was too long. */
export type KeptBody = { whole: unknown } | { beginning: string };

const longestBody = 32_000;

/** JSON as it is kept. */
export function bodyToKeep(json: string): string {
  return json.length > longestBody ? JSON.stringify({ truncated: json.slice(0, longestBody) }) : json;
}

/** What `bodyToKeep` kept. */
export function readBody(kept: string): KeptBody {
  const whole: unknown = JSON.parse(kept);
  return isCut(whole) ? { beginning: whole.truncated } : { whole };
}

/** The kind of object of this id, if that is what was answered. */
export function kindInAnswer(
  { response }: Pick<RequestLogEntry, "response">,
  id: string,
): string | undefined {
  const answer: unknown = response === null ? null : JSON.parse(response);
  if (typeof answer !== "object" || answer === null || !("id" in answer) || answer.id !== id)
    return undefined;
  return "object" in answer && typeof answer.object === "string" ? answer.object : undefined;
}

/** Not what a caller named so: that is short. What may not be seen of it makes it shorter, or longer. */
function isCut(kept: unknown): kept is { truncated: string } {
  if (typeof kept !== "object" || kept === null || !("truncated" in kept)) return false;
  return (
    Object.keys(kept).length === 1 &&
    typeof kept.truncated === "string" &&
    kept.truncated.length > longestBody / 2
  );
}

/** A call that was just answered, before it is made fit to be kept. */
export interface AnsweredRequest extends Omit<
  RequestLogEntry,
  "errorType" | "errorCode" | "params" | "response"
> {
  params: object;
  /** What was sent: the API's object or error. */
  body: object;
}
