import type { Hash, Member, Shape, Shapes } from "./shapes.ts";

type Body = Record<string, unknown>;

/** Answered to the command line only: the client's types do not know of it. */
const withoutTypes: ReadonlySet<unknown> = new Set(["stripecli.session"]);

/** Values that calls take and documentation names, and the types of what is answered leave out. */
const alsoKnown: Record<string, readonly unknown[] | undefined> = {
  "funding_instructions.bank_transfer.type": ["gb_bank_transfer", "mx_bank_transfer", "us_bank_transfer"],
};

/** Says what is wrong with an answer of the API: "charge.refunds: is missing". Empty when all is well. */
export function createCheck({ hashes, kinds, events }: Shapes) {
  /** An object of any kind, or a list of such. */
  function object(value: unknown, at: string): string[] {
    if (!isBody(value)) return [`${at}: is not an object`];
    if (isList(value)) return list(value, at);
    if (value.object === "event") return event(value, at);
    return kind(value, at || String(value.object));
  }

  function list(value: Body & { data: unknown[] }, at: string): string[] {
    const members = Object.keys(value).filter((name) => !listMembers.has(name));
    return [
      ...members.map((name) => `${at}${name}: is unknown to a list`),
      ...(typeof value.has_more === "boolean" ? [] : [`${at}has_more: is missing`]),
      ...(typeof value.url === "string" ? [] : [`${at}url: is missing`]),
      ...value.data.flatMap((item) => object(item, at)),
    ];
  }

  function event(value: Body, at: string): string[] {
    const { type, data } = value;
    const shape = events[String(type)];
    if (!shape) return [`${at}event.type: ${String(type)} is unknown`];
    const inside = isBody(data) && isBody(data.object) ? data.object : {};
    // The object of an old event is no longer kept.
    const content = Object.keys(inside).length === 0 ? [] : fits(shape, inside, String(type));
    return [...kind({ ...value, data: { object: {} } }, `${at}event`), ...content];
  }

  function kind(value: Body, at: string): string[] {
    if (withoutTypes.has(value.object)) return [];
    const names = kinds[String(value.object)] ?? [];
    return fits({ either: names.map((hash) => ({ hash })) }, value, at);
  }

  function fits(shape: Shape, value: unknown, at: string): string[] {
    if (shape === "anything") return [];
    if (shape === "null") return value === null ? [] : [`${at}: is not null`];
    if (typeof shape === "string")
      return typeof value === shape ? [] : [`${at}: is no ${shape} but ${shown(value)}`];
    if ("oneOf" in shape)
      return shape.oneOf.some((known) => known === value) || alsoKnown[at]?.includes(value)
        ? []
        : [`${at}: ${shown(value)} is none of ${shape.oneOf.join(", ")}`];
    if ("either" in shape) return either(shape.either, value, at);
    if ("list" in shape) {
      if (!Array.isArray(value)) return [`${at}: is no list but ${shown(value)}`];
      return value.flatMap((item) => fits(shape.list, item, `${at}[]`));
    }
    if (!isBody(value)) return [`${at}: is no hash but ${shown(value)}`];
    if ("map" in shape)
      return Object.entries(value).flatMap(([name, item]) => fits(shape.map, item, `${at}.${name}`));
    return members(hashes[shape.hash] ?? {}, value, at);
  }

  /** Of several, the one it comes nearest to; a hash comes nearer to a hash than to nothing. */
  function either(shapes: Shape[], value: unknown, at: string): string[] {
    const alike =
      typeof value === "object" && value !== null
        ? shapes.filter((shape) => typeof shape === "object")
        : shapes;
    const tried = (alike.length > 0 ? alike : shapes).map((shape) => fits(shape, value, at));
    return tried.sort((a, b) => a.length - b.length)[0] ?? [`${at}: ${shown(value)} is of no known kind`];
  }

  function members(hash: Hash, value: Body, at: string): string[] {
    const strangers = Object.keys(value).filter((name) => !Object.hasOwn(hash, name));
    return [
      ...strangers.map((name) => `${at}.${name}: is unknown`),
      ...Object.entries(hash).flatMap(([name, member]) => memberOf(member, value[name], `${at}.${name}`)),
    ];
  }

  function memberOf({ shape, optional }: Member, value: unknown, at: string): string[] {
    if (value !== undefined) return fits(shape, value, at);
    if (optional && (!mayBeNull(shape) || leftOut.some((path) => path.test(at)))) return [];
    return [`${at}: is missing`];
  }

  return object;
}

/** What may be null is there, whatever the types say, but for what is shown only when asked for, or to a few. */
const leftOut = [
  /customer(\.\w+)?\.cash_balance$/,
  /charge(\.\w+)?\.refunds$/,
  /balance_transaction\.source\.refunds$/,
  /card\.(description|iin|issuer|moto)$/,
  /customer(\.\w+)?\.shipping\./,
  // The card or account of a token belongs to nobody yet.
  /^token\.(card|bank_account)\./,
  // A customer's card or account is not paid out to.
  /(^(card|bank_account)|sources?(\.\w+(\[\])?)?)\.(account|available_payout_methods|default_for_currency)$/,
  /(^bank_account|sources?(\.\w+(\[\])?)?)\.(future_)?requirements$/,
  /(^card|sources?(\.\w+(\[\])?)?)\.(currency|status)$/,
];

const listMembers = new Set(["object", "data", "has_more", "url", "next_page", "total_count"]);

function isList(value: Body): value is Body & { data: unknown[] } {
  return (value.object === "list" || value.object === "search_result") && Array.isArray(value.data);
}

function isBody(value: unknown): value is Body {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function mayBeNull(shape: Shape): boolean {
  return typeof shape === "object" && "either" in shape && shape.either.includes("null");
}

function shown(value: unknown): string {
  return (JSON.stringify(value) ?? "undefined").slice(0, 80);
}
