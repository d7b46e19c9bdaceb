import type { z } from "zod";
import { type DomainError, invalid } from "#lib/errors";
import { wantedBy } from "./params.ts";

type Issue = z.core.$ZodIssue;

/** Understands parameters by their schema, or throws the API's error about the first one that is wrong. */
export function parseParams(schema: z.ZodObject, given: Record<string, unknown>): Record<string, unknown> {
  const result = schema.safeParse(given, { reportInput: true });
  if (result.success) return result.data;
  throw explain(result.error.issues);
}

/** `["card", "number"]` as the API writes it: `card[number]`. */
export function paramName(path: readonly PropertyKey[]): string {
  const [root = "", ...rest] = path.map(String);
  return root + rest.map((name) => `[${name}]`).join("");
}

function explain(issues: Issue[]): DomainError {
  const leaves = issues.map(leaf);
  const unknown = leaves.find((issue) => issue.code === "unrecognized_keys");
  const first = unknown ?? leaves[0];
  if (!first) return invalid("Invalid request.");
  return explainOne(first);
}

/** Of a union, the alternative that came furthest. */
function leaf(issue: Issue): Issue {
  if (issue.code !== "invalid_union") return issue;
  const alternatives = issue.errors.flatMap((errors) => errors.slice(0, 1));
  const deepest = alternatives.reduce<Issue | undefined>(
    (best, next) => (best && best.path.length >= next.path.length ? best : next),
    undefined,
  );
  return deepest ? leaf({ ...deepest, path: [...issue.path, ...deepest.path] }) : issue;
}

function explainOne(issue: Issue): DomainError {
  const param = paramName(issue.path);
  const name = String(issue.path.at(-1) ?? "");
  if (issue.code === "unrecognized_keys") return unknownParams(issue);
  if (issue.input === undefined && issue.code !== "custom") {
    return invalid(`Missing required param: ${param}.`, { code: "parameter_missing", param });
  }
  if (issue.input === "") return emptyParam(param);
  switch (issue.code) {
    case "invalid_type":
      return wrongType(wantedBy(issue.message) ?? issue.expected, issue.input, param);
    case "invalid_value":
      return invalid(`Invalid ${name}: must be ${oneOf(issue.values.map(String))}`, { param });
    case "too_big":
      return invalid(tooBig(issue, name), { param });
    case "too_small":
      return invalid(tooSmall(issue, name), { param });
    case "custom":
      return invalid(issue.message, { param, ...codeOf(issue.params) });
    default:
      return invalid(`Invalid ${name}: ${shown(issue.input)}`, { param });
  }
}

function unknownParams(issue: z.core.$ZodIssueUnrecognizedKeys): DomainError {
  const names = issue.keys.slice(0, 10).map((key) => paramName([...issue.path, key]));
  const message = `Received unknown parameter${names.length > 1 ? "s" : ""}: ${names.join(", ")}`;
  return invalid(message, { code: "parameter_unknown", param: names[0] });
}

function emptyParam(param: string): DomainError {
  const message =
    `You passed an empty string for '${param}'. We assume empty values are an attempt to unset a field; however ` +
    `'${param}' cannot be unset. You should remove '${param}' from your request or supply a non-empty value.`;
  return invalid(message, { code: "parameter_invalid_empty", param });
}

function wrongType(expected: string, input: unknown, param: string): DomainError {
  if (expected === "object" || expected === "record") return invalid("Invalid object", { param });
  if (expected === "array") return invalid("Invalid array", { param });
  const code = expected === "integer" || expected === "timestamp" ? "parameter_invalid_integer" : undefined;
  return invalid(`Invalid ${expected}: ${shown(input)}`, { param, ...(code && { code }) });
}

function tooBig(issue: z.core.$ZodIssueTooBig, name: string): string {
  if (issue.origin === "string") {
    return `Invalid string: ${shown(issue.input)}; must be at most ${issue.maximum} characters`;
  }
  if (issue.origin === "array") return `Array ${name} must have at most ${issue.maximum} elements`;
  return `This value must be less than or equal to ${issue.maximum}.`;
}

function tooSmall(issue: z.core.$ZodIssueTooSmall, name: string): string {
  if (issue.origin === "string") {
    return `Invalid string: ${shown(issue.input)}; must be at least ${issue.minimum} characters`;
  }
  if (issue.origin === "array") return `Array ${name} must have at least ${issue.minimum} elements`;
  return `This value must be greater than or equal to ${issue.minimum}.`;
}

/** "one of a, b, or c", as existing clients know it. */
function oneOf(values: string[]): string {
  if (values.length === 1) return values[0] ?? "";
  if (values.length === 2) return `one of ${values.join(" or ")}`;
  return `one of ${values.slice(0, -1).join(", ")}, or ${values.at(-1)}`;
}

/** What was sent, short enough to read: long values lose their middle. */
function shown(value: unknown): string {
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return text.length > 40 ? `${text.slice(0, 18)}...${text.slice(-8)}` : text;
}

function codeOf(params: Record<string, unknown> | undefined): { code?: string } {
  return typeof params?.code === "string" ? { code: params.code } : {};
}
