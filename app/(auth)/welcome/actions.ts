"use server";

import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { firstAccount, isUnopened, openForBusiness } from "#lib/accounts/open-for-business";
import { config } from "#lib/config";
import { paths } from "#lib/paths";
import { keepSignedIn } from "../../_server/keep-signed-in";
import { openAction } from "../../_server/open-action";
import { originOf } from "../../_server/request-facts";

/** Opens the first account of this Comptoir and signs its owner in. */
export const open = openAction(firstAccount, async (input) => {
  if (config().demo || !(await isUnopened())) redirect("/sign-in");
  const opened = await openForBusiness(input, originOf(await headers()));
  await keepSignedIn(opened);
  redirect(paths.setupGuide({ environment: opened }));
});
