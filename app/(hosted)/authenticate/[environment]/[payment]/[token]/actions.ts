"use server";

import { headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { type AuthenticationAddress, authenticationAddress } from "#lib/payments/authentication-address";
import { answerAuthentication } from "#lib/payments/authentication-page";
import { answerDeposits } from "#lib/setup-intents/deposits-page";
import { answerSetupAuthentication, isSetupAddress } from "#lib/setup-intents/authentication-page";
import { originOf } from "../../../../../_server/request-facts";

/**
 * Tells the bank's answer, then sends the customer back to the shop. `bound`: the page's address, as the browser sends
 * it back.
 */
export async function answer(bound: unknown, data: FormData): Promise<void> {
  const address = addressIn(bound);
  const outcome = data.get("outcome") === "succeeded" ? "succeeded" : "failed";
  const here = pathOf(address);
  const told = isSetupAddress(address)
    ? await answerSetupAuthentication(address, outcome)
    : await answerAuthentication(address, outcome, originOf(await headers()).address);
  if (!told) redirect(here);
  redirect(told.returnTo ?? `${here}/done?status=${told.status}`);
}

/** Tells what was read on the statement; a wrong guess leads back to where it may be repeated. `bound`: as above. */
export async function readStatement(bound: unknown, data: FormData): Promise<void> {
  const address = addressIn(bound);
  const code = data.get("code");
  const typed =
    typeof code === "string"
      ? { code }
      : { amounts: [data.get("first"), data.get("second")].map((amount) => String(amount ?? "").trim()) };
  const became = await answerDeposits(address, typed);
  const here = pathOf(address);
  if (became === "wrong") redirect(`${here}?wrong=yes`);
  redirect(became === "gone" ? here : `${here}/done?status=${became}`);
}

function addressIn(bound: unknown): AuthenticationAddress {
  return authenticationAddress.safeParse(bound).data ?? notFound();
}

function pathOf({ environment, payment, token }: AuthenticationAddress): string {
  return `/authenticate/${[environment, payment, token].map(encodeURIComponent).join("/")}`;
}
