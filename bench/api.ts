import { demoKeys } from "#lib/demo/credentials";
import { connect, type Line } from "./load.ts";
import { measure, type Measured } from "./measure.ts";
import type { Subject } from "./subject.ts";

export type Request = "read" | "list" | "create then confirm";

/** What a request says of who asks, and how. */
export interface Manner {
  key?: string;
  /** `Stripe-Version`; without it the account's. */
  version?: string;
}

const duration = 2500;

/** Measures one kind of request, the same for Comptoir and for the floor. */
export async function measureRequest(
  subject: Subject,
  request: Request,
  connections: number,
  { key = demoKeys.secret, version }: Manner = {},
): Promise<Measured> {
  const named = version === undefined ? "" : `Stripe-Version: ${version}\r\n`;
  const flow = await flows[request](subject, `Authorization: Bearer ${key}\r\n${named}`);
  return measure(subject, connections, duration, flow);
}

type Flow = (subject: Subject, headers: string) => Promise<(line: Line) => Promise<void>>;

const flows: Record<Request, Flow> = {
  read: async ({ port }, headers) => {
    const scout = await connect(port);
    const id = idIn(await get(scout, "/v1/payment_intents?limit=1", headers));
    scout.close();
    return async (line) => void (await get(line, `/v1/payment_intents/${id}`, headers));
  },
  list: async (_subject, headers) => async (line) =>
    void (await get(line, "/v1/payment_intents?limit=10", headers)),
  "create then confirm": async (_subject, headers) => async (line) => {
    const created = "amount=2500&currency=eur&payment_method_types[]=card";
    const id = idIn(await post(line, "/v1/payment_intents", headers, created));
    const paid = await post(
      line,
      `/v1/payment_intents/${id}/confirm`,
      headers,
      "payment_method=pm_card_visa",
    );
    if (!paid.includes('"succeeded"')) throw new Error(`Not paid: ${paid.slice(0, 300)}`);
  },
};

async function get(line: Line, path: string, headers: string): Promise<string> {
  return bodyOf(await line.ask("GET", path, headers));
}

async function post(line: Line, path: string, headers: string, body: string): Promise<string> {
  return bodyOf(await line.ask("POST", path, headers, body));
}

function bodyOf({ status, body }: { status: number; body: string }): string {
  if (status !== 200) throw new Error(`Answered ${status}: ${body.slice(0, 300)}`);
  return body;
}

function idIn(body: string): string {
  const id = /"id":\s*"(pi_\w+)"/.exec(body)?.[1];
  if (!id) throw new Error(`No payment in ${body.slice(0, 300)}`);
  return id;
}
