"use server";

import { readSubject } from "#lib/approvals/limit-subject";
import { setLimits } from "#lib/approvals/set-limits";
import { authorize } from "#lib/auth/permissions";
import { notFound } from "#lib/errors";
import { paths } from "#lib/paths";
import { formAction } from "../../../../_server/form-action";
import { ruleForm, ruleTyped } from "../rule-typed";

export const saveRule = formAction(
  ruleForm,
  async (viewer, { subject: text, ...form }) => {
    authorize(viewer, "limits:write");
    const subject = readSubject(text);
    if (!subject) throw notFound("limit", text, "subject");
    await setLimits(viewer, subject, ruleTyped(viewer, form));
  },
  { next: (viewer) => paths.refundLimits(viewer) },
);
