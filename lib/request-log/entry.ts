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

/** A call that was just answered, before it is made fit to be kept. */
export interface AnsweredRequest extends Omit<
  RequestLogEntry,
  "errorType" | "errorCode" | "params" | "response"
> {
  params: object;
  /** What was sent: the API's object or error. */
  body: object;
}
