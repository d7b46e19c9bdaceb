import type { Endpoint } from "#lib/api/endpoint";
import type { ViewedEnvironment } from "#lib/auth/viewer";
import { hour } from "#lib/clock";
import { rateLimited } from "#lib/errors";
import type { Limits } from "./limits.ts";
import { createRates } from "./rates.ts";

const second = 1000;

/** One request that asks to be let in. */
interface Entering {
  environment: Pick<ViewedEnvironment, "id" | "kind">;
  endpoint: Endpoint;
  path: string;
}

/** Lets a request in, or throws a 429 that says which limit it met. What it returns is called when it is over. */
export type Limiter = (entering: Entering) => () => void;

/** Keeps requests within limits, each environment by itself. `now`: milliseconds of a clock that only goes on. */
export function createLimiter(limits: Limits, now: () => number = () => performance.now()): Limiter {
  const perSecond = createRates(second, now);
  const perHour = createRates(hour, now);
  const running = new Map<string, number>();

  function assertRate({ environment, endpoint, path }: Entering, name: string): void {
    const flow = endpoint.method === "GET" ? "read" : "write";
    if (!perSecond(`${environment.id} ${flow}`, limits[environment.kind])) throw rateLimited("global-rate");
    const own = ownLimit(limits, endpoint);
    const key = own.shared === undefined ? name : `${environment.id} ${own.shared} ${flow}`;
    if (!perSecond(key, own.limit)) throw rateLimited("endpoint-rate");
    const changesOne = endpoint.method === "POST" && endpoint.path === "/v1/payment_intents/:id";
    if (changesOne && !perHour(`${environment.id} ${path}`, limits.updates)) {
      throw rateLimited("resource-specific");
    }
  }

  /** One more at once; the answer takes it back. */
  function begin(key: string, limit: number, reason: "global-concurrency" | "endpoint-concurrency") {
    const count = running.get(key) ?? 0;
    if (count >= limit) throw rateLimited(reason);
    running.set(key, count + 1);
    return () => {
      const left = (running.get(key) ?? 1) - 1;
      if (left > 0) running.set(key, left);
      else running.delete(key);
    };
  }

  return (entering) => {
    const { environment, endpoint } = entering;
    const name = `${environment.id} ${endpoint.method} ${endpoint.path}`;
    const ends: (() => void)[] = [];
    const leave = () => ends.forEach((end) => end());
    try {
      ends.push(begin(`${environment.id}`, limits.concurrency, "global-concurrency"));
      if (isNewPayout(endpoint)) ends.push(begin(name, limits.payoutsAtOnce, "endpoint-concurrency"));
      assertRate(entering, name);
    } catch (error) {
      leave();
      throw error;
    }
    return leave;
  };
}

/** The stricter limit of an endpoint; `shared`: with others of its kind. */
function ownLimit(limits: Limits, endpoint: Endpoint): { limit: number; shared?: string } {
  if (endpoint.path.endsWith("/search")) return { limit: limits.search, shared: "search" };
  if (/^\/v1\/files(\/|$)/.test(endpoint.path)) return { limit: limits.files, shared: "files" };
  return { limit: isNewPayout(endpoint) ? limits.payouts : limits.endpoint };
}

function isNewPayout({ method, path }: Endpoint): boolean {
  return method === "POST" && path === "/v1/payouts";
}
