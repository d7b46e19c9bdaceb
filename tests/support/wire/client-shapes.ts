import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { createHash, randomUUID } from "node:crypto";
import Stripe from "stripe";
import client from "../../../lib/openapi/client.json" with { type: "json" };
import type { Shapes } from "./shapes.ts";

/** Changes when what is read out of the types does. */
const format = 3;

let read: Promise<Shapes> | undefined;

/** The shapes of the official client that is installed: read out of its types once, kept in the temporary folder. */
export function clientShapes(): Promise<Shapes> {
  return (read ??= load());
}

async function load(): Promise<Shapes> {
  const calls = Object.values(client.calls).map(({ name }) => name);
  const known = createHash("sha256").update(calls.join()).digest("hex").slice(0, 12);
  const file = join(tmpdir(), `comptoir-shapes-${Stripe.PACKAGE_VERSION}-${format}-${known}.json`);
  if (!existsSync(file)) {
    // The compiler takes a moment to load: only whoever comes first waits for it.
    const { readTypes } = await import("./read-types.ts");
    const entry = fileURLToPath(import.meta.resolve("stripe")).replace(/\.js$/, ".d.ts");
    const building = `${file}.${randomUUID()}`;
    writeFileSync(building, JSON.stringify(readTypes(entry, calls)));
    renameSync(building, file);
  }
  return JSON.parse(readFileSync(file, "utf8"));
}
