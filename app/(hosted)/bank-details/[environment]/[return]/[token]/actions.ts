"use server";

import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { accountAddress } from "#lib/cash/account-address";
import { answerReturn, openReturn } from "#lib/cash/account-page";
import { translator } from "#lib/i18n/translator";
import { type FormState, untouched } from "../../../../../_forms/form-state";
import { stateOfError } from "../../../../../_server/form-answer";
import { newFormKey } from "../../../../../_server/form-key";
import { valuesOf } from "../../../../../_forms/typed-values";
import { requestFacts } from "../../../../../_server/request-facts";
import { requestLocale } from "../../../../../_ui/request-preferences";

/**
 * Sends the money to the account that was typed; what is no account's number comes back with what is wrong. `bound`:
 * the page's address, as the browser sends it back.
 */
export async function nameAccount(bound: unknown, _state: FormState, data: FormData): Promise<FormState> {
  const { data: address } = accountAddress.safeParse(bound);
  if (!address) return refusal(translator(await requestLocale(), "bankDetails")("overTitle"));
  const values = valuesOf(data);
  const typed = { number: values.number?.[0] ?? "", routing: values.routing?.[0] ?? null };
  const became = await answerReturn(address, typed, requestFacts(await headers()));
  if (became === "sent" || became === "gone")
    redirect(
      `/bank-details/${[address.environment, address.return, address.token].map(encodeURIComponent).join("/")}`,
    );
  const locale = (await openReturn(address))?.language ?? (await requestLocale());
  if (became === "too_many_tries")
    return { ...refusal(translator(locale, "bankDetails")("tooManyTries")), values };
  return stateOfError({ locale }, values, became.facts, became.message);
}

function refusal(problem: string): FormState {
  return { ...untouched, key: newFormKey(), problem };
}
