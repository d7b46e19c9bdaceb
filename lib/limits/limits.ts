/** How much the API takes from one environment; requests of a second but where it says otherwise. */
export interface Limits {
  /** Of a live and of a test environment: so many that read and so many that write. */
  live: number;
  test: number;
  /** Of each endpoint by itself, beside the environment's. */
  endpoint: number;
  search: number;
  files: number;
  payouts: number;
  /** Changes of one payment intent in an hour. */
  updates: number;
  /** Requests at once. */
  concurrency: number;
  /** Payouts created at once. */
  payoutsAtOnce: number;
  /** How long an object that another request is at work on is waited for, milliseconds. */
  lockTimeout: number;
}

/**
 * What Stripe's documentation names, https://docs.stripe.com/rate-limits; of how many requests at once it gives no
 * figure, nor of how long it waits for an object.
 */
export const documentedLimits: Limits = {
  live: 100,
  test: 25,
  endpoint: 25,
  search: 20,
  files: 20,
  payouts: 15,
  updates: 1000,
  concurrency: 100,
  payoutsAtOnce: 30,
  lockTimeout: 2000,
};

/**
 * Limits as they are configured: `off`, `documented`, or figures by name such as `live=500,test=100`, which leave
 * the others off unless `documented` comes first. Busy objects are waited for in any case. Throws a sentence about what cannot be read.
 */
export function parseLimits(text: string): Limits | null {
  if (text.trim() === "off") return null;
  const entries = text.split(/[\s,]+/).filter(Boolean);
  const limits = entries[0] === "documented" ? { ...documentedLimits } : unlimited();
  for (const entry of entries[0] === "documented" ? entries.slice(1) : entries) {
    const [name = "", figure = ""] = entry.split("=");
    if (!isName(name) || !isFigure(name, figure)) {
      throw new Error(`must be off, documented, or figures such as live=500; "${entry}" is none`);
    }
    limits[name] = Number(figure);
  }
  return limits;
}

function unlimited(): Limits {
  const infinite = Object.keys(documentedLimits).map((name) => [name, Number.POSITIVE_INFINITY]);
  return { ...documentedLimits, ...Object.fromEntries(infinite), lockTimeout: documentedLimits.lockTimeout };
}

/** Nobody needs to be waited for; anything else that lets nothing in would be a mistake. */
function isFigure(name: keyof Limits, text: string): boolean {
  return /^[1-9]\d{0,8}$/.test(text) || (name === "lockTimeout" && text === "0");
}

function isName(text: string): text is keyof Limits {
  return Object.hasOwn(documentedLimits, text);
}
