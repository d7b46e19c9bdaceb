"use server";

import { redirect } from "next/navigation";
import { type AuthenticationAddress, answerAuthentication } from "#lib/payments/authentication-page";
import { answerSetupAuthentication, isSetupAddress } from "#lib/setup-intents/authentication-page";

/** Tells the bank's answer, then sends the customer back to the shop. */
export async function answer(address: AuthenticationAddress, data: FormData): Promise<void> {
  const outcome = data.get("outcome") === "succeeded" ? "succeeded" : "failed";
  const { environment, payment, token } = address;
  const here = `/authenticate/${[environment, payment, token].map(encodeURIComponent).join("/")}`;
  const tell = isSetupAddress(address) ? answerSetupAuthentication : answerAuthentication;
  const told = await tell({ environment, payment, token }, outcome);
  if (!told) redirect(here);
  redirect(told.returnTo ?? `${here}/done?status=${told.status}`);
}
