"use server";

import { emailChange, requestEmailChange } from "#lib/people/request-email-change";
import { formAction } from "../../../../_server/form-action";

export const sendLink = formAction(emailChange, requestEmailChange);
