"use server";

import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { type AuthenticationAddress, answerAuthentication } from "#lib/payments/authentication-page";
import { answerDeposits } from "#lib/setup-intents/deposits-page";
import { answerSetupAuthentication, isSetupAddress } from "#lib/setup-intents/authentication-page";
import { originOf } from "../../../../../_server/request-facts";

/** Tells the bank's answer, then sends the customer back to the shop. */
export async function answer(address: AuthenticationAddress, data: FormData): Promise<void> {
  const outcome = data.get("outcome") === "succeeded" ? "succeeded" : "failed";
  const { environment, payment, token } = address;
  const here = pathOf(address);
  const at = { environment, payment, token };
  const told = isSetupAddress(address)
    ? await answerSetupAuthentication(at, outcome)
    : await answerAuthentication(at, outcome, originOf(await headers()).address);
  if (!told) redirect(here);
  redirect(told.returnTo ?? `${here}/done?status=${told.status}`);
}

/** Tells what was read on the statement; a wrong guess leads back to where it may be repeated. */
export async function readStatement(address: AuthenticationAddress, data: FormData): Promise<void> {
  const { environment, payment, token } = address;
  const code = data.get("code");
  const typed =
    typeof code === "string"
      ? { code }
      : { amounts: [data.get("first"), data.get("second")].map((amount) => String(amount ?? "").trim()) };
  const became = await answerDeposits({ environment, payment, token }, typed);
  const here = pathOf(address);
  if (became === "wrong") redirect(`${here}?wrong=yes`);
  redirect(became === "gone" ? here : `${here}/done?status=${became}`);
}

function pathOf({ environment, payment, token }: AuthenticationAddress): string {
  return `/authenticate/${[environment, payment, token].map(encodeURIComponent).join("/")}`;
}
