import { concealObject } from "./conceal.ts";
import { maskText } from "./masks.ts";

/** A call of the API as it is kept: its parameters and its answer as JSON. */
interface KeptCall {
  path: string;
  params: string | null;
  response: string | null;
}

/**
 * A call as a discreet viewer reads it: what is hidden of what was asked is hidden in an error about it, too. `names`: of
 * the customers that it is about.
 */
export function concealRequest<Call extends KeptCall>(call: Call, names: readonly string[]): Call {
  const { path, params, response } = call;
  const asked: unknown = params === null ? null : JSON.parse(params);
  const shown = concealObject(asked, kindAt(path), names);
  return {
    ...call,
    params: params && JSON.stringify(shown),
    response:
      response &&
      JSON.stringify(
        withoutTexts(concealObject(JSON.parse(response), null, names), hiddenTexts(asked, shown)),
      ),
  };
}

/** What the parameters of a call are about, where nothing but its path says so. */
function kindAt(path: string): string | null {
  return path.split("/").reduce<string | null>((kind, part) => kinds[part] ?? kind, null);
}

const kinds: Record<string, string | undefined> = {
  cards: "card",
  customers: "customer",
  sources: "source",
  tax_ids: "tax_id",
};

/** The texts of an object that are not shown as they are, the longest first. */
function hiddenTexts(asked: unknown, shown: unknown): string[] {
  if (typeof asked === "string") return asked === shown ? [] : [asked];
  if (!isObject(asked) || !isObject(shown)) return [];
  return Object.entries(asked)
    .flatMap(([key, member]) => hiddenTexts(member, shown[key]))
    .sort((a, b) => b.length - a.length);
}

function withoutTexts(shown: unknown, hidden: readonly string[]): unknown {
  if (!isObject(shown) || !isObject(shown["error"])) return shown;
  const { message } = shown["error"];
  if (typeof message !== "string") return shown;
  const told = hidden.reduce((kept, text) => kept.replaceAll(text, maskText(text)), message);
  return { ...shown, error: { ...shown["error"], message: told } };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
