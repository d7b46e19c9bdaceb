"use server";

import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { z } from "zod";
import {
  acceptAsNewcomer,
  acceptInvitation,
  acceptWithPasskey,
  newcomer,
  newcomerWithPasskey,
} from "#lib/team/accept-invitation";
import { keepSignedIn } from "../../../_server/keep-signed-in";
import { twoStepPath } from "../../../_server/local-path";
import { openAction } from "../../../_server/open-action";
import { originOf } from "../../../_server/request-facts";
import { requireSignedIn } from "../../../_server/signed-in";

export const join = openAction(z.strictObject({ token: z.string() }), async ({ token }) => {
  const { person } = await requireSignedIn();
  redirect(`/${await acceptInvitation(person, token, originOf(await headers()))}`);
});

export const joinAsNewcomer = openAction(newcomer.extend({ token: z.string() }), async (input) => {
  const { token, ...self } = input;
  const joined = await acceptAsNewcomer(self, token, originOf(await headers()));
  await keepSignedIn(joined);
  redirect(joined.session.waitsFor ? twoStepPath(`/${joined.slug}`) : `/${joined.slug}`);
});

export const joinWithPasskey = openAction(
  newcomerWithPasskey.extend({ token: z.string() }),
  async ({ token, ...self }) => {
    const joined = await acceptWithPasskey(self, token, originOf(await headers()));
    await keepSignedIn(joined);
    redirect(`/${joined.slug}`);
  },
);
