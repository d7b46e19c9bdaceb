"use server";

import { cookies, headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { z } from "zod";
import { locales } from "#lib/i18n/locale";
import { translator } from "#lib/i18n/translator";
import { unlockedFor, unlockReceipt } from "#lib/receipts/open-receipt";
import { type FormState, untouched } from "../../../_forms/form-state";
import { newFormKey } from "../../../_server/form-key";
import { originOf } from "../../../_server/request-facts";
import { guarded } from "../../../_server/session-cookie";
import { proofCookie } from "./proof-cookie";

const page = z.object({ token: z.string().max(100), locale: z.enum(locales) });

/**
 * Opens an old receipt in this browser for a while, when the email address is one that it was made out to. `bound`: the
 * receipt's page and its language, as the browser sends them back.
 */
export async function unlock(bound: unknown, _state: FormState, data: FormData): Promise<FormState> {
  const { token, locale } = page.safeParse(bound).data ?? notFound();
  const email = data.get("email");
  const typed = typeof email === "string" ? email : "";
  const answer = await unlockReceipt(token, typed, originOf(await headers()).address);
  const path = `/receipts/${encodeURIComponent(token)}`;
  if (answer.ok) {
    (await cookies()).set(proofCookie, answer.proof, { ...guarded(path), maxAge: unlockedFor / 1000 });
    redirect(path);
  }
  const t = translator(locale, "receipts");
  const message = answer.reason === "wrong_email" ? t("wrongEmail") : t("tooManyTries");
  return {
    ...untouched,
    key: newFormKey(),
    values: { email: [typed] },
    errors: [{ field: "email", message }],
    problem: translator(locale, "common")("formErrors", { count: 1 }),
  };
}
