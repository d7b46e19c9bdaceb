import { z } from "zod";
import { isCurrency } from "#lib/currencies";
import type { MetadataPatch } from "#lib/metadata";
import { mostAmount } from "#lib/money";

/*
 * What parameters are made of. Everything arrives as text, lists and hashes of text; what leaves is typed.
 * The sentences are those existing clients know.
 */

const wanted = ["integer", "decimal", "boolean", "timestamp", "currency"] as const;
type Wanted = (typeof wanted)[number];

/** What a text stands for, as JSON Schema has it. */
const typeOf: Record<Wanted, string> = {
  integer: "integer",
  decimal: "string",
  boolean: "boolean",
  timestamp: "integer",
  currency: "string",
};

const maximum = Number.MAX_SAFE_INTEGER;

/** The parameters of one call: nothing else may be sent. */
export const params = z.strictObject;

/** A hash inside the parameters, also strict. */
export const hash = z.strictObject;

/** A parameter that may be sent as an empty string to unset what it names: null. */
export function emptyable<T extends z.ZodType>(schema: T) {
  return z.transform((value: unknown) => (value === "" ? null : value)).pipe(schema.nullable());
}

/** Not empty. `max`: characters. */
export function text(max = 5000) {
  return z.string().min(1).max(max);
}

/** An id of another object. */
export function objectId() {
  return text(255);
}

/** Text that will be more than that: whoever sends a list or a hash instead is told what is wanted, not "string". */
export function textFor(wanted: Wanted) {
  return z.string({ error: wanted }).meta({ type: typeOf[wanted] });
}

/** What was wanted of a value that was no text, by the message of its issue; undefined for plain text. */
export function wantedBy(message: string): Wanted | undefined {
  return wanted.find((each) => each === message);
}

/** A whole number; by default any that a number holds exactly. */
export function int({ min = -maximum, max = maximum }: { min?: number; max?: number } = {}) {
  return textFor("integer")
    .transform((value, context) => {
      const number = /^[+-]?\d{1,16}$/.test(value) ? Number(value) : Number.NaN;
      const wrong = Number.isNaN(number) ? notInteger(value) : outOfRange(number, min, max);
      if (!wrong) return number;
      context.addIssue({
        code: "custom",
        message: wrong,
        params: { code: "parameter_invalid_integer" },
        input: value,
      });
      return z.NEVER;
    })
    .meta({ ...(min > -maximum && { minimum: min }), ...(max < maximum && { maximum: max }) });
}

/** An amount in minor units, at least `min`. */
export function amount(min = 0) {
  return int({ min, max: mostAmount });
}

/** An amount in minor units that may be owed one way or the other: below zero too. */
export function signedAmount() {
  return amount(-mostAmount);
}

/** "true" or "false"; the Python client writes them with a capital. */
export function bool() {
  return textFor("boolean").transform((value, context) => {
    const word = value.toLowerCase();
    if (word === "true" || word === "false") return word === "true";
    context.addIssue({ code: "custom", message: `Invalid boolean: ${value}`, input: value });
    return z.NEVER;
  });
}

/** Seconds since 1970, as milliseconds. */
export function time() {
  return textFor("timestamp").transform((value, context) => {
    if (/^\d{1,11}$/.test(value)) return Number(value) * 1000;
    const message = `Invalid timestamp: ${value}; must be seconds since 1970`;
    context.addIssue({
      code: "custom",
      message,
      params: { code: "parameter_invalid_integer" },
      input: value,
    });
    return z.NEVER;
  });
}

/** One of a closed set. */
export function oneOf<const T extends readonly [string, ...string[]]>(values: T) {
  return z.enum(values);
}

/** A currency a charge may be made in, in either case; lower case inside. */
export function currency() {
  return textFor("currency").transform((value, context) => {
    const code = value.toLowerCase();
    if (isCurrency(code)) return code;
    context.addIssue({ code: "custom", message: `Invalid currency: ${value}`, input: value });
    return z.NEVER;
  });
}

export function email() {
  return z
    .string()
    .max(800)
    .refine(isEmail, {
      error: (issue) => `Invalid email address: ${issue.input}`,
      params: { code: "email_invalid" },
    })
    .meta({ format: "email" });
}

/** A list, however it was written: `a[]=x`, `a[0]=x`. */
export function listOf<T extends z.ZodType>(item: T, max = 100) {
  return z.transform(inOrder).pipe(z.array(item).max(max));
}

/** A two-letter country code, upper case. */
export function country() {
  return z.string().transform((value, context) => {
    if (/^[A-Za-z]{2}$/.test(value)) return value.toUpperCase();
    const message = `Country '${value}' is unknown. Try using a 2-character alphanumeric country code instead, such as 'US', 'EG', or 'GB'.`;
    context.addIssue({ code: "custom", message, params: { code: "country_code_invalid" }, input: value });
    return z.NEVER;
  });
}

/** An address as a patch: what is sent as an empty string is unset. */
export function address() {
  const line = () => emptyable(text()).optional();
  return hash({
    city: line(),
    country: emptyable(country()).optional(),
    line1: line(),
    line2: line(),
    postal_code: line(),
    state: line(),
  });
}

export function shipping() {
  return hash({
    address: address(),
    name: text(),
    phone: emptyable(text(20)).optional(),
    carrier: emptyable(text()).optional(),
    tracking_number: emptyable(text()).optional(),
  });
}

/** Keys to set, or with an empty value to take away; an empty string for the whole takes all away: null. */
export function metadata() {
  return z
    .unknown()
    .transform((given, context): MetadataPatch => {
      if (given === "") return null;
      const patch: Record<string, string | null> = {};
      const fail = (message: string, path: string[] = []) => {
        context.addIssue({ code: "custom", message, path, input: given });
        return z.NEVER;
      };
      if (!isHash(given)) return fail("Invalid object");
      const entries = Object.entries(given);
      if (entries.length > 50)
        return fail(`Metadata can have up to 50 keys, but you passed in ${entries.length}.`);
      for (const [key, value] of entries) {
        if (key.length > 40) return fail(keyTooLong(key), [key]);
        if (typeof value !== "string") return fail("Metadata values must be strings", [key]);
        if (value.length > 500) return fail(valueTooLong(value), [key]);
        Object.defineProperty(patch, key, { value: value === "" ? null : value, enumerable: true });
      }
      return patch;
    })
    .meta({ type: "object", additionalProperties: { type: "string" } });
}

/** Milliseconds: from (inclusive) until (exclusive). */
export interface TimeRange {
  from?: number;
  until?: number;
}

/** `created=123` or `created[gte]=…` with gt, gte, lt, lte, in seconds. */
export function createdRange() {
  const bounds = hash({
    gt: time().optional(),
    gte: time().optional(),
    lt: time().optional(),
    lte: time().optional(),
  }).transform(({ gt, gte, lt, lte }): TimeRange => {
    const from = later(gte, gt === undefined ? undefined : gt + 1000);
    const until = earlier(lt, lte === undefined ? undefined : lte + 1000);
    return { from, until };
  });
  const exactly = time().transform((from): TimeRange => ({ from, until: from + 1000 }));
  return z.union([exactly, bounds]);
}

const paging = {
  limit: int({ min: 1, max: 100 }).default(10),
  starting_after: objectId().optional(),
  ending_before: objectId().optional(),
};

/** The parameters of a list: `limit`, `starting_after`, `ending_before`, and what it can be filtered by. */
export function listParams<Shape extends z.core.$ZodLooseShape>(filters: Shape) {
  return params({ ...paging, ...filters });
}

function notInteger(value: string): string {
  return `Invalid integer: ${value.slice(0, 40)}`;
}

function outOfRange(value: number, min: number, max: number): string | undefined {
  if (value < min) return `This value must be greater than or equal to ${min}.`;
  if (value > max) return `This value must be less than or equal to ${max}.`;
  return undefined;
}

function isEmail(value: string): boolean {
  return /^[^\s@<>,;]+@[^\s@<>,;]+\.[^\s@<>,;.]+$/.test(value);
}

function inOrder(value: unknown): unknown {
  if (!isHash(value)) return value;
  const keys = Object.keys(value);
  if (!keys.every((key) => /^\d{1,6}$/.test(key))) return value;
  return keys.sort((a, b) => Number(a) - Number(b)).map((key) => value[key]);
}

function isHash(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function keyTooLong(key: string): string {
  return `Metadata keys can have up to 40 characters, but you passed in a key that is ${key.length} characters. Invalid key: ${key.slice(0, 40)}...`;
}

function valueTooLong(value: string): string {
  return `Metadata values can have up to 500 characters, but you passed in a value that is ${value.length} characters. Invalid value: ${value.slice(0, 40)}...`;
}

function later(a: number | undefined, b: number | undefined): number | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return Math.max(a, b);
}

function earlier(a: number | undefined, b: number | undefined): number | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return Math.min(a, b);
}
