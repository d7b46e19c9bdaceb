import Stripe from "stripe";
import { demoKeys } from "#lib/demo/credentials";

/** The official client for the demo business, at the address the browser tests visit. */
export function demoApi(baseURL: string | undefined): Stripe {
  const { port } = new URL(baseURL ?? "http://localhost:3000");
  return new Stripe(demoKeys.secret, { host: "127.0.0.1", port, protocol: "http", telemetry: false });
}
