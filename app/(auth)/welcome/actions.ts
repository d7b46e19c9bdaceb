"use server";

import { encode } from "next-auth/jwt";
import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { firstAccount, isUnopened, openForBusiness } from "#lib/accounts/open-for-business";
import type { SignedIn } from "#lib/auth/sessions";
import { config } from "#lib/config";
import { isDomainError } from "#lib/errors";
import type { FormAction } from "../../_forms/form-state";
import { stateOfError, stateOfIssues } from "../../_server/form-answer";
import { formInput, valuesOf } from "../../_server/form-values";
import { originOf } from "../../_server/request-facts";
import { cookieNames, guarded, sessionSeconds } from "../../_server/session-cookie";
import { requestLocale } from "../../_ui/request-preferences";

/** Opens the first account of this Comptoir and signs its owner in. */
export const open: FormAction = async (_state, data) => {
  if (config().demo || !(await isUnopened())) redirect("/sign-in");
  const locale = await requestLocale();
  const values = valuesOf(data);
  const input = firstAccount.safeParse(formInput(values));
  if (!input.success) return stateOfIssues({ locale }, values, input.error);
  try {
    const owner = await openForBusiness(input.data, originOf(await headers()));
    await keepSignedIn(owner);
  } catch (error) {
    if (!isDomainError(error)) throw error;
    return stateOfError({ locale }, values, error.facts, error.message);
  }
  redirect("/");
};

async function keepSignedIn({ person, session }: SignedIn): Promise<void> {
  const value = await encode({
    token: { sub: person.id, sessionId: session.id },
    secret: config().secret,
    maxAge: sessionSeconds,
  });
  (await cookies()).set(cookieNames().session, value, { ...guarded(), maxAge: sessionSeconds });
}
