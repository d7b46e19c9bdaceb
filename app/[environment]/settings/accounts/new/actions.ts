"use server";

import { furtherAccount, openFurtherAccount } from "#lib/accounts/open-further-account";
import { paths } from "#lib/paths";
import { formAction } from "../../../../_server/form-action";

export const open = formAction(furtherAccount, openFurtherAccount, {
  next: (_viewer, environment) => paths.setupGuide({ environment }),
});
