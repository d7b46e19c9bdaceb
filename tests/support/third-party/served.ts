import { expect, vi } from "vitest";
import type Stripe from "stripe";
import { aReceiver } from "#tests/support/receiver";

export interface Served {
  url: string;
  /** The ids of the events it took. */
  taken: string[];
  /** What it said of those it did not. */
  refused: string[];
}

/** A program that takes webhooks on a port of this machine, one after another, until the test file ends. */
export async function serve(answer: (request: Request) => Promise<Response>): Promise<Served> {
  const taken: string[] = [];
  const refused: string[] = [];
  let turn: Promise<unknown> = Promise.resolve();
  const { url } = await aReceiver((response, { path, body, headers }) => {
    turn = turn.then(async () => {
      const asked = Object.entries(headers).map(([name, value]): [string, string] => [name, String(value)]);
      const request = new Request(new URL(path, url), { method: "POST", headers: asked, body });
      const given = await answer(request).catch(
        (error: unknown) => new Response(String(error), { status: 400 }),
      );
      const said = await given.text();
      if (given.ok) taken.push(String(JSON.parse(body).id));
      else refused.push(said);
      response.writeHead(given.status).end(said);
    });
  });
  return { url, taken, refused };
}

/** Resolves once it has taken every event of these types since the endpoint was made. */
export async function tookAll(
  { taken, refused }: Served,
  stripe: Stripe,
  { created, enabled_events: types }: Stripe.WebhookEndpoint,
): Promise<void> {
  const told: string[] = [];
  for await (const { id, type } of stripe.events.list({ limit: 100, created: { gte: created } }))
    if (types.includes(type) || types.includes("*")) told.push(id);
  const wait = { timeout: 60_000, interval: 100 };
  await vi.waitFor(() => expect(taken.length + refused.length).toBeGreaterThanOrEqual(told.length), wait);
  expect(refused).toEqual([]);
  expect(taken).toEqual(expect.arrayContaining(told));
}
