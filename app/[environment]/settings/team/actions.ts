"use server";

import { paths } from "#lib/paths";
import { changeRoles } from "#lib/team/change-roles";
import { inviteMembers } from "#lib/team/invite-members";
import { postponeTwoStep } from "#lib/team/postpone-two-step";
import { removeMember } from "#lib/team/remove-member";
import { renewInvitation } from "#lib/team/renew-invitation";
import { revokeInvitation } from "#lib/team/revoke-invitation";
import { requireTwoStep } from "#lib/team/require-two-step";
import { sendTwoStepReset } from "#lib/team/reset-two-step";
import { formAction } from "../../../_server/form-action";
import { signOutMember } from "#lib/team/sign-out-member";
import { invitationForm, inviteForm, memberForm, nothingTyped, rolesForm, twoStepForm } from "./forms";

export const invite = formAction(inviteForm, inviteMembers, { next: (viewer) => paths.team(viewer) });

export const setTwoStep = formAction(twoStepForm, requireTwoStep);

export const postpone = formAction(nothingTyped, postponeTwoStep);

export const mailTwoStepReset = formAction(memberForm, sendTwoStepReset, {
  next: (viewer, personId) => paths.member(viewer, personId),
});

export const renew = formAction(invitationForm, renewInvitation);

export const revoke = formAction(invitationForm, revokeInvitation, { next: (viewer) => paths.team(viewer) });

export const saveRoles = formAction(rolesForm, changeRoles, {
  next: (viewer, personId) => paths.member(viewer, personId),
});

export const signOut = formAction(memberForm, signOutMember, {
  next: (viewer, personId) => paths.member(viewer, personId),
});

export const remove = formAction(memberForm, removeMember, { next: (viewer) => paths.team(viewer) });
