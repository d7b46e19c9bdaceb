"use server";

import { accountDetails } from "#lib/accounts/account-details";
import { updateAccount } from "#lib/accounts/update-account";
import { formAction } from "../../../_server/form-action";

export const saveAccount = formAction(accountDetails, updateAccount);
