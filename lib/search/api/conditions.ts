import type { Expression } from "#db/search-index";
import { invalid } from "#lib/errors";
import { allOf, anyOf, anything, type Condition, not } from "../condition.ts";
import type { Entry, Kind } from "../documents/kind.ts";
import { metadataField } from "../documents/terms-of.ts";
import type { Wanted } from "../find.ts";
import { factTerm, type Place, presenceTerm, sizeTerms, triples } from "../index/terms.ts";
import { apiFields, type FieldType, optionalFields } from "./fields.ts";
import type { ApiQuery, Clause, Operator } from "./parse-query.ts";

/** What a query asks of objects of a kind. Throws the error that names what cannot be asked. */
export function wantedBy(query: ApiQuery, kind: Kind, environmentId: number): Wanted {
  const place = { environmentId, code: kind.code };
  const conditions = query.clauses.map((clause) => {
    const condition = conditionOf(clause, kind, place);
    return clause.negated ? not(condition) : condition;
  });
  return query.joined === "or" ? anyOfWanted(conditions) : allOf(conditions);
}

function anyOfWanted(conditions: Condition[]): Wanted {
  const { terms, holds } = anyOf(conditions);
  return { terms, fits: holds };
}

function conditionOf(clause: Clause, kind: Kind, place: Place): Condition {
  if (clause.field === "metadata") return ofMetadata(clause, place);
  const type = Object.hasOwn(apiFields[kind.kind] ?? {}, clause.field)
    ? apiFields[kind.kind]?.[clause.field]
    : undefined;
  if (type === undefined || clause.key !== null) throw unsupported(clause, kind);
  if (clause.value === null) return ofNothing(clause, place);
  if (type === "numeric") return ofNumber(clause, place, numberOf(clause));
  return clause.operator === "~"
    ? ofPart(clause, place, type, clause.value)
    : ofText(clause, place, clause.value);
}

function ofMetadata(clause: Clause, place: Place): Condition {
  const { key, value } = clause;
  if (key === null) throw unreadableMetadata();
  if (clause.operator !== ":") throw wrongOperator(clause);
  const name = metadataField(key);
  if (value === null) {
    const holds = ({ sheet }: Entry) => !Object.hasOwn(sheet.metadata, key);
    return { holds, terms: { not: { term: presenceTerm(place, name) } }, exact: true };
  }
  const asked = value.toLowerCase();
  return {
    holds: ({ sheet }) => Object.hasOwn(sheet.metadata, key) && sheet.metadata[key]?.toLowerCase() === asked,
    terms: { term: factTerm(place, name, value) },
    exact: true,
  };
}

function ofNothing(clause: Clause, place: Place): Condition {
  if (clause.operator !== ":") throw wrongOperator(clause);
  const known = optionalFields.has(clause.field);
  const terms: Expression = known ? { not: { term: presenceTerm(place, clause.field) } } : anything;
  return { holds: ({ sheet }) => (sheet.api?.[clause.field] ?? null) === null, terms, exact: known };
}

function ofText(clause: Clause, place: Place, value: string): Condition {
  const { field, operator } = clause;
  if (operator !== ":") throw wrongOperator(clause);
  const asked = value.toLowerCase();
  return {
    holds: ({ sheet }) => textOf(sheet.api?.[field]) === asked,
    terms: { term: factTerm(place, field, value) },
    exact: true,
  };
}

function ofPart(clause: Clause, place: Place, type: FieldType, value: string): Condition {
  if (type !== "string") throw wrongOperator(clause);
  if ([...value].length < 3) {
    throw invalid(
      `The value for \`${clause.field}\` must have at least 3 characters to be searched for as a part with \`~\`.`,
      { param: "query" },
    );
  }
  const asked = value.toLowerCase();
  return {
    holds: ({ sheet }) => textOf(sheet.api?.[clause.field])?.includes(asked) ?? false,
    terms: { and: triples(place, clause.field, value).map((term) => ({ term })) },
    exact: false,
  };
}

function ofNumber(clause: Clause, place: Place, asked: number): Condition {
  const { field, operator } = clause;
  const compare = comparisons[operator];
  if (!compare) throw wrongOperator(clause);
  const holds = ({ sheet }: Entry) => {
    const value = sheet.api?.[field];
    return typeof value === "number" && compare(value, asked);
  };
  if (field === "created") return { holds, terms: anything, exact: false, created: moments(operator, asked) };
  if (operator === ":") return { holds, terms: { term: factTerm(place, field, String(asked)) }, exact: true };
  if (field !== "amount") return { holds, terms: anything, exact: false };
  const [from, to] = operator.startsWith(">") ? [asked, Number.MAX_SAFE_INTEGER] : [0, asked];
  const sizes = sizeTerms(place, field, Math.max(0, from), Math.max(0, to));
  return { holds, terms: { or: sizes.map((term) => ({ term })) }, exact: false };
}

const comparisons: Record<Operator, ((value: number, asked: number) => boolean) | null> = {
  ":": (value, asked) => value === asked,
  "~": null,
  ">": (value, asked) => value > asked,
  "<": (value, asked) => value < asked,
  ">=": (value, asked) => value >= asked,
  "<=": (value, asked) => value <= asked,
};

/** Seconds as the API counts them; each holds a thousand milliseconds. */
function moments(operator: Operator, seconds: number): { from?: number; until?: number } {
  const start = Math.ceil(seconds) * 1000;
  const end = (Math.floor(seconds) + 1) * 1000;
  if (operator === ">") return { from: end };
  if (operator === ">=") return { from: start };
  if (operator === "<") return { until: start };
  if (operator === "<=") return { until: end };
  return { from: start, until: end };
}

function numberOf({ field, value }: Clause): number {
  const number = /^-?\d{1,15}(?:\.\d{1,6})?$/.test(value ?? "") ? Number(value) : Number.NaN;
  if (!Number.isNaN(number)) return number;
  throw invalid(`The value for \`${field}\` must be a number.`, { param: "query" });
}

function textOf(value: string | number | boolean | null | undefined): string | undefined {
  return value === null || value === undefined ? undefined : String(value).toLowerCase();
}

function unsupported({ field, key }: Clause, { object }: Kind) {
  const name = key === null ? field : `${field}["${key}"]`;
  const resource = object.endsWith("s") ? object : `${object}s`;
  const anchor = resource.replaceAll("_", "");
  return invalid(
    `Field \`${name}\` is an unsupported search field for resource \`${resource}\`. See http://stripe.com/docs/search#query-fields-for-${anchor} for a list of supported fields.`,
    { param: "query" },
  );
}

function wrongOperator({ field, operator }: Clause) {
  return invalid(`Field \`${field}\` does not support the operator \`${operator}\`.`, { param: "query" });
}

function unreadableMetadata() {
  return invalid('To search by metadata, name its key: `metadata["key"]:"value"`.', { param: "query" });
}
