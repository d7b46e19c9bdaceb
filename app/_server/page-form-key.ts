import { redirect } from "next/navigation";
import type { Viewer } from "#lib/auth/viewer";
import { wasCarriedOut } from "#lib/idempotency/was-carried-out";
import { newFormKey } from "./form-key";

/**
 * The one-time key of a page's only form, carried by the page's address: going back or reloading brings the same
 * key, and once its form was carried out the page leads on to `after`.
 */
export async function pageFormKey(
  viewer: Viewer,
  { asked, here, after }: { asked: string | string[] | undefined; here: string; after: string },
): Promise<string> {
  if (typeof asked !== "string" || !/^[0-9A-Za-z]{24}$/.test(asked))
    redirect(`${here}${here.includes("?") ? "&" : "?"}key=${newFormKey()}`);
  if (await wasCarriedOut(viewer, asked)) redirect(after);
  return asked;
}
