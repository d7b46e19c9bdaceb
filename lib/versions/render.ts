import { apiVersion } from "#lib/api-version";
import type { Params } from "#lib/api/form-values";
import { isDomainError } from "#lib/errors";
import { differences, undone } from "#lib/events/differences";
import { aggregateUsage } from "./aggregate-usage.ts";
import { captureWhenAsked } from "./capture-when-asked.ts";
import type { CallBefore, FormBefore, Hash, VersionChange } from "./change.ts";
import { chargesOfPayment } from "./charges-of-payment.ts";
import { currencyOfCustomer } from "./currency-of-customer.ts";
import { discountSource } from "./discount-source.ts";
import { invoiceOfPayment } from "./invoice-of-payment.ts";
import { marketingFeatures } from "./marketing-features.ts";
import { methodsByDefault } from "./methods-by-default.ts";
import { promotionOfCode } from "./promotion-of-code.ts";
import { refundsOfCharge } from "./refunds-of-charge.ts";

/** Every difference that is known here, the latest first. */
const changes: readonly VersionChange[] = [
  promotionOfCode,
  discountSource,
  invoiceOfPayment,
  aggregateUsage,
  marketingFeatures,
  captureWhenAsked,
  methodsByDefault,
  refundsOfCharge,
  chargesOfPayment,
  currencyOfCustomer,
];

/** Of each form that differs from the present one, the last version that had it. */
const versionsBefore: readonly string[] = [
  "2025-08-27.basil",
  "2025-02-24.acacia",
  "2023-10-16",
  "2022-11-15",
  "2022-08-01",
  "2020-08-27",
];

/** The versions there is a form of to choose from, the latest first, with the one chosen before. */
export function versionsToChoose(present: string | null): string[] {
  return [...new Set([apiVersion, ...versionsBefore, ...(present === null ? [] : [present])])];
}

/** Puts objects in the place of ids, as `expand` does. */
export type Expand = (object: object, paths: readonly string[]) => Promise<object>;

/** An answer in the form a version gave it: only what has changed since is different. */
export async function renderIn(version: string, wire: object, expand: Expand): Promise<object> {
  if (version === apiVersion) return wire;
  const before = changesAfter(version).flatMap((change) => change.before ?? []);
  const rendered = before.length === 0 ? wire : await inForm({ before, expand }, wire);
  return isHash(rendered) ? withVersion(rendered, version) : wire;
}

/** Parameters that were written for a version, as the latest one names them. */
export function readAs(version: string, call: CallBefore, params: Params): Params {
  if (version === apiVersion) return params;
  return changesAfter(version).reduceRight((read, { up }) => (up ? up(call, read) : read), params);
}

interface Rendering {
  before: readonly FormBefore[];
  expand: Expand;
}

async function inForm(rendering: Rendering, value: unknown): Promise<unknown> {
  if (Array.isArray(value)) return Promise.all(value.map((item) => inForm(rendering, item)));
  if (!isHash(value)) return value;
  if (value.object === "event" && isHash(value.data)) {
    return { ...value, data: await toldInForm(rendering, value.data, Number(value.created)) };
  }
  const changed = value.deleted === true ? [] : rendering.before.filter((form) => isOf(form, value));
  const shown = await withShown(
    rendering,
    value,
    changed.flatMap(({ shownWhole }) => shownWhole),
  );
  const members = await Promise.all(
    Object.entries(shown).map(async ([name, member]) => [name, await inForm(rendering, member)]),
  );
  return changed.reduce<Hash>((form, { down }) => down(form, value), Object.fromEntries(members));
}

/** What who asks may not see stays an id. */
async function withShown({ expand }: Rendering, value: object, paths: readonly string[]): Promise<object> {
  let shown = value;
  for (const path of paths) {
    try {
      shown = await expand(shown, [path]);
    } catch (error) {
      if (!isDomainError(error) || error.facts.status !== 403) throw error;
    }
  }
  return shown;
}

/** What an event tells: an object, and what has changed of it in that form. */
async function toldInForm(rendering: Rendering, data: Hash, at: number): Promise<Hash> {
  const { object: after, previous_attributes: changed } = data;
  const object = asItWas(rendering, await inForm(rendering, after), at);
  if (!isHash(after) || !isHash(object) || !isHash(changed)) return { ...data, object };
  const before = asItWas(rendering, await inForm(rendering, undone(after, changed)), at);
  return { ...data, object, previous_attributes: differences(Object(before), object) };
}

/** What an event is about, without what was shown whole of it and was not there yet. */
function asItWas({ before }: Rendering, object: unknown, at: number): unknown {
  if (!isHash(object)) return object;
  return before.reduce<Hash>(
    (form, change) => (change.asOf && isOf(change, form) ? change.asOf(form, at) : form),
    object,
  );
}

function isOf({ objects }: FormBefore, { object }: Hash): boolean {
  return typeof object === "string" && objects.includes(object);
}

/** An event says in which version it is told. */
function withVersion(wire: Hash, version: string): Hash {
  if (wire.object === "event") return { ...wire, api_version: version };
  if (wire.object !== "list" || !Array.isArray(wire.data)) return wire;
  const isEvents = isHash(wire.data[0]) && wire.data[0].object === "event";
  return isEvents ? { ...wire, data: wire.data.map((event: Hash) => withVersion(event, version)) } : wire;
}

function changesAfter(version: string): readonly VersionChange[] {
  const date = version.slice(0, 10);
  return changes.filter(({ since }) => since.slice(0, 10) > date);
}

function isHash(value: unknown): value is Hash {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
