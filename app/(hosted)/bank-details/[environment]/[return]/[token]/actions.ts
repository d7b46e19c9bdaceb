"use server";

import { headers } from "next/headers";
import { redirect } from "next/navigation";
import type { AccountAddress } from "#lib/cash/account-address";
import { answerReturn, openReturn } from "#lib/cash/account-page";
import type { FormState } from "../../../../../_forms/form-state";
import { stateOfError } from "../../../../../_server/form-answer";
import { valuesOf } from "../../../../../_server/form-values";
import { requestFacts } from "../../../../../_server/request-facts";
import { requestLocale } from "../../../../../_ui/request-preferences";

/** Sends the money to the account that was typed; what is no account's number comes back with what is wrong. */
export async function nameAccount(
  { environment, return: returnId, token }: AccountAddress,
  _state: FormState,
  data: FormData,
): Promise<FormState> {
  const address = { environment, return: returnId, token };
  const values = valuesOf(data);
  const typed = { number: values.number?.[0] ?? "", routing: values.routing?.[0] ?? null };
  const became = await answerReturn(address, typed, requestFacts(await headers()));
  if (became === "sent" || became === "gone")
    redirect(`/bank-details/${[environment, returnId, token].map(encodeURIComponent).join("/")}`);
  const language = (await openReturn(address))?.language;
  return stateOfError({ locale: language ?? (await requestLocale()) }, values, became.facts, became.message);
}
