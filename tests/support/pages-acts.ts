import type { APIRequestContext, Page } from "@playwright/test";
import type { Permission } from "#lib/auth/permissions";
import { demoSlug } from "#lib/demo/credentials";
import { aReturnThatWaits } from "./demo-cash.ts";
import { aDemoPayment } from "./demo-payment.ts";
import { type Fields, fieldsOfForm, saidBy } from "./pages-forms.ts";
import { aKeyToRevoke } from "./pages-starts.ts";

const home = `/${demoSlug}`;

export interface Act {
  name: string;
  /** Where its form stands. */
  at: string;
  needs: Permission[];
  fields: Fields;
  /** The page that says whether it was done. */
  witness: string;
  /** What the lines of it that count name: on a page of things that other tests make too. */
  about?: string;
}

/** Every form that changes something for others, filled in as who is signed in. */
export async function everyAct(page: Page, request: APIRequestContext): Promise<Act[]> {
  const payment = `${home}/transactions/${(await aDemoPayment(request)).id}`;
  const held = `${home}/transactions/${(await aDemoPayment(request, { capture_method: "manual" })).id}`;
  const kept = `${home}/transactions/${(await aDemoPayment(request, { capture_method: "manual" })).id}`;
  const keys = `${home}/settings/keys`;
  const account = `${home}/settings/account`;
  const hooks = `${home}/developers/webhooks`;
  const team = `${home}/settings/team`;
  const retention = `${home}/settings/security/retention`;
  const product = `${home}/settings/activation/product`;
  const schedule = `${home}/balances/schedule`;
  const newcomer = `sweep${Date.now()}@example.com`;
  const disputed = (await aDemoPayment(request, { payment_method: "pm_card_createDispute" })).id;
  const dispute = await firstLink(page, `${home}/transactions/${disputed}`, "/disputes/du_");
  const asked = `${home}/transactions/cash-returns/${(await aReturnThatWaits(request)).id}`;
  const stopped = `${home}/transactions/cash-returns/${(await aReturnThatWaits(request)).id}`;
  const key = await aKeyToRevoke(page);
  const hook = (await firstLink(page, hooks, `${hooks}/we_`)).split("?")[0] ?? "";
  const act = async (
    name: string,
    needs: Permission[],
    form: { having: string; typed?: Record<string, string> } & Pick<Act, "at" | "witness" | "about">,
  ): Promise<Act> => {
    const { having, typed = {}, ...where } = form;
    return { name, needs, ...where, fields: await fieldsOfForm(page, { at: where.at, having, typed }) };
  };
  return [
    await act("metadata", ["payments:write"], {
      at: `${payment}/metadata`,
      having: "name-0",
      typed: { "name-0": "shelf", "value-0": "B7" },
      witness: payment,
    }),
    await act("receipt", ["receipts:send"], {
      at: `${payment}/receipt`,
      having: "to",
      typed: { to: "ada@example.com" },
      witness: payment,
    }),
    await act("refund", ["refunds:write"], {
      at: `${payment}/refund`,
      having: "reason",
      typed: { amount: "1.00", reason: "duplicate" },
      witness: payment,
    }),
    await act("capture", ["payments:write"], { at: `${held}/capture`, having: "amount", witness: held }),
    await act("cancel", ["payments:write"], {
      at: `${kept}/cancel`,
      having: "reason",
      typed: { reason: "duplicate" },
      witness: kept,
    }),
    await act("ask again", ["refunds:write"], { at: `${asked}/ask-again`, having: "return", witness: asked }),
    await act("cancel cash return", ["refunds:write"], {
      at: `${stopped}/cancel`,
      having: "return",
      witness: stopped,
    }),
    await act("account", ["account:write"], {
      at: account,
      having: "supportPhone",
      typed: { supportPhone: "+33 1 23 45 67 89" },
      witness: account,
    }),
    await act("new key", ["keys:write"], {
      at: `${keys}/new/secret`,
      having: "kind",
      typed: { name: `Sweep ${Date.now()}` },
      witness: keys,
    }),
    await act("revoke", ["keys:write"], { at: `${key}/revoke`, having: "id", witness: keys }),
    await act("new webhook", ["webhooks:write"], {
      at: `${hooks}/new`,
      having: "url",
      typed: { url: "http://127.0.0.1:9/others" },
      witness: hooks,
    }),
    await act("edit webhook", ["webhooks:write"], {
      at: `${hook}/edit`,
      having: "url",
      typed: { description: "Changed by hand" },
      witness: hook,
      about: "Changed by hand",
    }),
    await act("roll secret", ["webhooks:write"], {
      at: `${hook}/secret`,
      having: "overlapHours",
      witness: hook,
      about: "Old secret valid until",
    }),
    await act("delete webhook", ["webhooks:write"], { at: `${hook}/delete`, having: "id", witness: hooks }),
    await act("invitation", ["members:write"], {
      at: `${team}/invite`,
      having: "emails",
      typed: { emails: newcomer, roles: "view_only" },
      witness: team,
      about: newcomer,
    }),
    await act("retention", ["admins:grant"], {
      at: retention,
      having: "days",
      typed: { days: "730" },
      witness: retention,
    }),
    await act("application", ["account:write"], {
      at: product,
      having: "description",
      typed: { description: `Soap and candles ${Date.now()}` },
      witness: product,
    }),
    await act("payout", ["payouts:write"], {
      at: `${home}/balances/payouts/new`,
      having: "amount",
      typed: { amount: "1.37" },
      witness: `${home}/balances/payouts`,
      about: "1.37",
    }),
    await act("schedule", ["payout_schedule:write"], {
      at: schedule,
      having: "interval",
      typed: { interval: "monthly" },
      witness: schedule,
    }),
    await act("accept dispute", ["disputes:write"], {
      at: `${dispute}/accept`,
      having: "dispute",
      // The dispute's own page tells of others with the same card, as other tests make them.
      witness: `${dispute}/accept`,
    }),
  ];
}

async function firstLink(page: Page, at: string, part: string): Promise<string> {
  await page.goto(at);
  return (await page.locator(`main a[href*="${part}"]`).first().getAttribute("href")) ?? "";
}

/** What the pages say that tell whether each act was done. */
export async function witnesses(page: Page, acts: Act[]): Promise<Record<string, string[]>> {
  const said: Record<string, string> = {};
  for (const { witness } of acts) said[witness] ??= await saidBy(page, witness);
  const linesOf = ({ witness, about = "" }: Act) =>
    (said[witness] ?? "").split("\n").filter((line) => line.includes(about));
  return Object.fromEntries(acts.map((act) => [act.name, linesOf(act)]));
}
