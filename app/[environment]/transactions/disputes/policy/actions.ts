"use server";

import { setRefundPolicy } from "#lib/disputes/refund-policy";
import { paths } from "#lib/paths";
import { formAction } from "../../../../_server/form-action";
import { policyTyped } from "./policy-typed";

export const save = formAction(policyTyped, setRefundPolicy, { next: paths.disputes });
