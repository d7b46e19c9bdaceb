import { createRequire } from "node:module";
import type Stripe from "stripe";

// Found by name, with what is asked of them here: their own declarations mix those of other versions of the client in.

/** Mirrors of an account in Postgres. */
export interface Mirror {
  stripe: Stripe;
  postgresClient: {
    query(text: string): Promise<{ rows: Record<string, unknown>[] }>;
    pool: { end(): Promise<void> };
  };
  processWebhook(payload: Buffer, signature: string | null): Promise<void>;
}

interface Backfilled extends Mirror {
  syncBackfill(what: { object: string }): Promise<unknown>;
  syncFeatures(): Promise<unknown>;
}

interface Managed extends Mirror {
  getCurrentAccount(): Promise<{ id: string } | null>;
  getSupportedEventTypes(): Stripe.WebhookEndpointCreateParams.EnabledEvent[];
  findOrCreateManagedWebhook(url: string): Promise<Stripe.WebhookEndpoint>;
  deleteManagedWebhook(id: string): Promise<unknown>;
}

interface Engine<Kind> {
  StripeSync: new (config: object) => Kind;
  runMigrations(config: { databaseUrl: string; schema: string }): Promise<void>;
}

/** As a module of the newer kind it does not find its migrations. */
export const supabaseEngine: () => Engine<Backfilled> = () =>
  createRequire(import.meta.url)("@supabase/stripe-sync-engine");

export const replitEngine = () => byName<Engine<Managed>>("stripe-replit-sync");

/** Better Auth, what it keeps accounts in, and its plugin. */
export async function betterAuth() {
  const core = await byName<{
    betterAuth(options: object): { handler(request: Request): Promise<Response> };
  }>("better-auth");
  const memory = await byName<{ memoryAdapter(database: object): object }>("better-auth/adapters/memory");
  const plugin = await byName<{ stripe(options: object): object }>("@better-auth/stripe");
  return { ...core, ...memory, ...plugin };
}

/** The newest client that the plugin knows. */
export const previousClient = () =>
  byName<{ default: new (key: string, config: object) => object }>("stripe-22");

async function byName<Program>(name: string): Promise<Program> {
  return import(name);
}
