import type { Conceal } from "#db/engine/concealing";
import type { AccountSettings } from "#db/schema/accounts";
import type { Actor } from "#db/schema/payments";
import type { EnvironmentId } from "#db/schema/columns";
import type { Tx as AnyTx } from "#db/transaction";
import type { IdempotencyClaim } from "#lib/idempotency/claim";
import type { Permission } from "./permissions.ts";

/** The environment a viewer looks at, with what its account prefers. */
export interface ViewedEnvironment {
  id: EnvironmentId;
  accountId: string;
  accountName: string;
  kind: "live" | "test";
  name: string;
  slug: string;
  /** Milliseconds its clock is ahead of the system's. */
  clockOffset: number;
  /** Lower-case: what the account settles in. */
  currency: string;
  country: string;
  timeZone: string;
  /** What cardholders read on their statement unless the payment says otherwise. */
  statementDescriptor: string;
  /** The version of the API that calls and webhooks get which name none. */
  apiVersion: string;
  /** The account's own fees, where they differ from the documented table. */
  feeOverrides: AccountSettings["feeOverrides"];
}

/** Who asks, where, with which permissions, through which door. Every command and query takes one, first. */
export interface Viewer {
  readonly environmentId: EnvironmentId;
  readonly environment: ViewedEnvironment;
  readonly door: "dashboard" | "api" | "job" | "operator";
  readonly actor: Actor;
  readonly permissions: ReadonlySet<Permission>;
  /** The kinds of objects that a key restricted to some may see; without it all that its permissions allow. */
  readonly kinds?: ReadonlySet<string>;
  /**
   * When the person last proved in this session who they are, milliseconds; null: not lately. Absent for who cannot:
   * keys, jobs, the operator.
   */
  readonly provedAt?: number | null;
  /** Hides personal fields from who may work with customers without knowing who they are; absent for all others. */
  readonly conceal?: Conceal | undefined;
  /** The id of what such a viewer reads whole for a while, because it was revealed to them. */
  readonly revealed?: string;
  /** Only what a browser may: a publishable key. */
  readonly publishable: boolean;
  readonly locale: "en" | "fr";
  readonly timeZone: string;
  readonly request: RequestFacts | null;
  /** The caller's idempotency key, claimed by the first transaction of the command. */
  readonly claim: IdempotencyClaim | null;
  /** What time it is for what the viewer is at: the environment's, or that of the test clock it hangs on. */
  now(): number;
  readonly clock?: ViewerClock;
}

/** The test clock that a viewer's time comes from. */
export interface ViewerClock {
  id: string;
  /** What time it is in the environment meanwhile. */
  environmentNow(): number;
}

/** The environment's time, also for what hangs on a test clock: events, deliveries and logs are told in it. */
export function environmentNow(tx: Tx): number {
  return tx.viewer.clock?.environmentNow() ?? tx.now;
}

export interface RequestFacts {
  id: string;
  idempotencyKey: string | null;
  address: string | null;
  userAgent: string | null;
  /** Where the caller found this server, such as `http://127.0.0.1:3000`. */
  origin?: string;
}

export type Tx = AnyTx<Viewer>;

/** A viewer for work nobody asked for: jobs and the operator. It may do everything. */
export function systemViewer(
  environment: ViewedEnvironment,
  door: "job" | "operator",
  permissions: ReadonlySet<Permission>,
): Viewer {
  return {
    environmentId: environment.id,
    environment,
    door,
    actor: { type: "system", id: null, name: null },
    permissions,
    publishable: false,
    locale: "en",
    timeZone: environment.timeZone,
    request: null,
    claim: null,
    now: () => Date.now() + environment.clockOffset,
  };
}
