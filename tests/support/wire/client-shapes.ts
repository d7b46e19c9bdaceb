import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { randomUUID } from "node:crypto";
import Stripe from "stripe";
import type { Shapes } from "./shapes.ts";

/** Changes when what is read out of the types does. */
const format = 1;

let read: Promise<Shapes> | undefined;

/** The shapes of the official client that is installed: read out of its types once, kept in the temporary folder. */
export function clientShapes(): Promise<Shapes> {
  return (read ??= load());
}

async function load(): Promise<Shapes> {
  const file = join(tmpdir(), `comptoir-shapes-${Stripe.PACKAGE_VERSION}-${format}.json`);
  if (!existsSync(file)) {
    // The compiler takes a moment to load: only whoever comes first waits for it.
    const { readTypes } = await import("./read-types.ts");
    const entry = fileURLToPath(import.meta.resolve("stripe")).replace(/\.js$/, ".d.ts");
    const building = `${file}.${randomUUID()}`;
    writeFileSync(building, JSON.stringify(readTypes(entry)));
    renameSync(building, file);
  }
  return JSON.parse(readFileSync(file, "utf8"));
}
