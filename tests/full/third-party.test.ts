import { expect, test } from "vitest";
import { minute } from "#lib/clock";
import { moveClock } from "#lib/environments/move-clock";
import { startIndexer } from "#lib/search/index/follower";
import { anApiWorld, type ApiWorld } from "#tests/support/api-server";
import { atEnd } from "#tests/support/at-end";
import { expectMirrored, pointAt } from "#tests/support/third-party/mirror";
import { aPostgres } from "#tests/support/third-party/postgres";
import {
  betterAuth,
  type Mirror,
  previousClient,
  replitEngine,
  supabaseEngine,
} from "#tests/support/third-party/programs";
import { serve, tookAll } from "#tests/support/third-party/served";
import { goOn, trade, traded } from "#tests/support/third-party/trade";
import { aDispatcher } from "#tests/support/webhooks";

// Programs that others wrote for Stripe, run as their users run them: nothing is changed but the host they call.

/** What it is documented to ask for where nothing else is said. */
const oldVersion = "2020-08-27";

/** What mirrors fetch again when they hear of it: they cannot tell which of two events of a second came first. */
const revalidated = [
  "charge",
  "customer",
  "dispute",
  "payment_intent",
  "payment_method",
  "plan",
  "price",
  "product",
  "refund",
  "setup_intent",
  "radar.early_fraud_warning",
];

test("a mirror in Postgres fetches a whole account in an old version, and keeps up by webhooks", async () => {
  const world = await aWorldOfWebhooks();
  const { stripe, key } = world;
  const begun = await trade(stripe);
  // More than a page of customers, and more refunds of a charge than it shows.
  await Promise.all(Array.from({ length: 105 }, (_, n) => stripe.customers.create({ name: `Guest ${n}` })));
  for (let n = 0; n < 11; n++) await stripe.refunds.create({ payment_intent: begun.paid, amount: 10 });

  const { StripeSync, runMigrations } = supabaseEngine();
  const { StripeSync: Relative } = await replitEngine();
  const databaseUrl = await aPostgres();
  await runMigrations({ databaseUrl, schema: "stripe" });
  const served = await serve((request) => tell(mirror, request));
  const endpoint = await stripe.webhookEndpoints.create({
    url: served.url,
    api_version: oldVersion,
    // It refuses what it does not know, which only its relative can tell.
    enabled_events: new Relative(settings(databaseUrl, key)).getSupportedEventTypes(),
  });
  const mirror = new StripeSync({
    ...settings(databaseUrl, key),
    stripeApiVersion: oldVersion,
    stripeWebhookSecret: endpoint.secret ?? "",
    autoExpandLists: true,
    backfillRelatedEntities: true,
  });
  atEnd(() => mirror.postgresClient.pool.end());
  pointAt(world, mirror);

  // All of it but what does not exist here: subscriptions with their schedules, invoices, credit notes, checkouts.
  const objects = ["product", "price", "plan", "customer", "charge", "setup_intent"] as const;
  const others = ["payment_method", "payment_intent", "dispute", "early_fraud_warning", "refund"] as const;
  for (const object of [...objects, ...others]) await mirror.syncBackfill({ object });
  await mirror.syncFeatures();
  const tables = {
    ...traded,
    plans: "plans",
    features: "entitlements/features",
    payment_methods: `payment_methods?customer=${begun.customer}`,
  };
  const shown = { charges: ["refunds"] };
  await expectMirrored(world, mirror, { tables, version: oldVersion, except: shown });
  const { rows } = await mirror.postgresClient.query(
    "select jsonb_array_length(refunds->'data') as n from stripe.charges order by 1 desc limit 1",
  );
  expect(rows).toEqual([{ n: 11 }]);

  await timePasses(world);
  await goOn(stripe, begun);
  await tookAll(served, stripe, endpoint);
  // No event tells of an intent that its charge was refunded.
  const untold = { ...shown, payment_intents: ["charges"] };
  await expectMirrored(world, mirror, { tables, version: oldVersion, except: untold });
});

test("a mirror that makes its own webhook endpoint, and finds it again, is filled through it", async () => {
  const world = await aWorldOfWebhooks();
  const { stripe, key } = world;
  const { StripeSync, runMigrations } = await replitEngine();
  const databaseUrl = await aPostgres();
  await runMigrations({ databaseUrl, schema: "stripe" });
  const mirror = new StripeSync(settings(databaseUrl, key));
  atEnd(() => mirror.postgresClient.pool.end());
  pointAt(world, mirror);
  expect(await mirror.getCurrentAccount()).toMatchObject({ id: world.environment.accountId });

  const served = await serve((request) => tell(mirror, request));
  const endpoint = await mirror.findOrCreateManagedWebhook(served.url);
  expect(await mirror.findOrCreateManagedWebhook(served.url)).toMatchObject({ id: endpoint.id });
  expect((await stripe.webhookEndpoints.list()).data).toMatchObject([{ id: endpoint.id, url: served.url }]);

  const begun = await trade(stripe);
  await timePasses(world);
  await goOn(stripe, begun);
  await tookAll(served, stripe, endpoint);
  await expectMirrored(world, mirror, { tables: traded });

  await mirror.deleteManagedWebhook(endpoint.id);
  expect((await stripe.webhookEndpoints.list()).data).toEqual([]);
});

test("a sign-in that makes a customer of everybody who signs up makes them here, and hears of them", async () => {
  const world = await aWorldOfWebhooks();
  const { stripe } = world;
  const { stop } = startIndexer();
  atEnd(stop);
  const served = await serve((request) => auth.handler(request));
  const { origin } = new URL(served.url);
  const endpoint = await stripe.webhookEndpoints.create({
    url: `${origin}/api/auth/stripe/webhook`,
    enabled_events: ["*"],
  });
  const { auth, database, heard, complaints } = await aSignIn(world, origin, endpoint.secret ?? "");
  const submit = (path: string, form: object, cookie = "") =>
    auth.handler(
      new Request(`${origin}/api/auth/${path}`, {
        method: "POST",
        headers: { "content-type": "application/json", origin, cookie },
        body: JSON.stringify(form),
      }),
    );

  // Whoever else has the address is not who signs up with it: nobody confirmed it yet.
  const other = await stripe.customers.create({ email: "jenny@example.com" });
  const jenny = { name: "Jenny Rosen", email: "jenny@example.com", password: "correct horse battery" };
  const signedUp = await submit("sign-up/email", jenny);
  const { id: userId = "", stripeCustomerId: id = "" } = database.user[0] ?? {};
  expect(id).not.toBe(other.id);
  expect(await stripe.customers.retrieve(id)).toMatchObject({
    email: "jenny@example.com",
    name: "Jenny Rosen",
    metadata: { userId, customerType: "user" },
  });
  const [cookie] = signedUp.headers.getSetCookie();
  await submit("change-email", { newEmail: "rosen@example.com" }, cookie?.split(";")[0]);
  expect(await stripe.customers.retrieve(id)).toMatchObject({ email: "rosen@example.com" });

  await tookAll(served, stripe, endpoint);
  expect(heard.toSorted()).toEqual(["customer.created", "customer.created", "customer.updated"]);
  const forged = { method: "POST", body: "{}", headers: { "stripe-signature": "t=1,v1=00" } };
  expect(await auth.handler(new Request(endpoint.url, forged))).toMatchObject({ status: 400 });
  expect(complaints).toHaveLength(1);
});

/** Better Auth with its plugin, with what it has, hears and complains of. */
async function aSignIn({ port, key }: ApiWorld, baseURL: string, stripeWebhookSecret: string) {
  const user: { id?: string; stripeCustomerId?: string }[] = [];
  const database = { user, session: [], account: [], verification: [], subscription: [] };
  const heard: string[] = [];
  const complaints: string[] = [];
  const program = await betterAuth();
  const { default: Client } = await previousClient();
  const auth = program.betterAuth({
    baseURL,
    secret: "what its sessions are signed with",
    database: program.memoryAdapter(database),
    emailAndPassword: { enabled: true },
    user: { changeEmail: { enabled: true, updateEmailWithoutVerification: true } },
    telemetry: { enabled: false },
    logger: { level: "warn", log: (_level: string, message: string) => void complaints.push(message) },
    plugins: [
      program.stripe({
        stripeClient: new Client(key, { host: "127.0.0.1", port, protocol: "http" }),
        stripeWebhookSecret,
        createCustomerOnSignUp: true,
        onEvent: async ({ type }: { type: string }) => void heard.push(type),
      }),
    ],
  });
  return { auth, database, heard, complaints };
}

function settings(connectionString: string, stripeSecretKey: string) {
  return {
    poolConfig: { connectionString },
    stripeSecretKey,
    revalidateObjectsViaStripeApi: revalidated,
    logger: { info() {}, warn() {}, error() {} },
  };
}

async function aWorldOfWebhooks(): Promise<ApiWorld> {
  const world = await anApiWorld({ country: "US", currency: "usd" });
  aDispatcher();
  return world;
}

/** So that what happens next is of a later second than what a mirror has. */
async function timePasses({ environment }: ApiWorld): Promise<void> {
  await moveClock(environment.slug, Date.now() + 2 * minute);
}

async function tell(mirror: Mirror, request: Request): Promise<Response> {
  const payload = Buffer.from(await request.arrayBuffer());
  await mirror.processWebhook(payload, request.headers.get("stripe-signature"));
  return new Response();
}
