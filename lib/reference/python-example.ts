import { clientCallOf } from "#lib/openapi/client-calls";
import { enclosed, type Made } from "./made.ts";
import type { Sample } from "./samples.ts";

/** A program in Python; undefined for a call that the client has no method for. */
export function pythonExample(made: Made): string | undefined {
  const name = pythonName(made);
  if (name === undefined) return undefined;
  return [
    "import os",
    "import stripe",
    "",
    `stripe.api_base = "${made.url.origin}"`,
    ...(made.endpoint.upload ? ["stripe.upload_api_base = stripe.api_base"] : []),
    `stripe.api_key = os.environ["STRIPE_SECRET_KEY"]`,
    `answer = stripe.${name}${argumentsOf(made)}`,
    "print(answer)",
  ].join("\n");
}

/** What the client for Python calls what the one for Node calls `paymentIntents.incrementAuthorization`. */
function pythonName({ endpoint }: Made): string | undefined {
  const known = clientCallOf(endpoint)?.name;
  if (known === undefined || missing.has(known)) return undefined;
  if (renamed[known] !== undefined) return renamed[known];
  const parts = known.split(".");
  const [method = "", holder = "", ...outer] = parts.reverse();
  const modules = outer.reverse().map((module) => `${snaked(module)}.`);
  return `${modules.join("")}${classOf(holder)}.${methodOf(method)}`;
}

/** Methods that the client for Node alone has on the class. */
const missing = new Set(["customers.verifySource"]);

const renamed: Record<string, string> = {
  "account.retrieveCurrent": "Account.retrieve",
  "testHelpers.confirmationTokens.create": "ConfirmationToken.TestHelpers.create",
};

function classOf(holder: string): string {
  const singular = holder === "balanceSettings" ? holder : holder.replace(/s$/, "");
  return `${singular.charAt(0).toUpperCase()}${singular.slice(1)}`;
}

function methodOf(method: string): string {
  return snaked(method)
    .replace(/^update(?=$|_)/, "modify")
    .replace(/^del$/, "delete");
}

function snaked(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

function argumentsOf({ endpoint, ids, params }: Made): string {
  return enclosed(
    "(",
    [
      ...ids.map((id) => `"${id}"`),
      ...Object.entries(params).map(([name, value]) => `${name}=${written(value)}`),
      ...(endpoint.upload ? [`file=open("receipt.pdf", "rb")`] : []),
    ],
    ")",
  );
}

function written(value: Sample): string {
  if (Array.isArray(value)) return `[${value.map(written).join(", ")}]`;
  if (typeof value === "boolean") return value ? "True" : "False";
  if (typeof value !== "object") return JSON.stringify(value);
  return `{${Object.entries(value)
    .map(([name, inner]) => `${JSON.stringify(name)}: ${written(inner)}`)
    .join(", ")}}`;
}
