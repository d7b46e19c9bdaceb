import { transaction } from "#db/transaction";
import { audit } from "#lib/audit/audit";
import { conflict } from "#lib/errors";
import { ownPerson } from "#lib/people/own-person";
import { backupCodesLeft, replaceBackupCodes } from "./backup-codes.ts";
import { proveOnce } from "./finish-sign-in.ts";
import { passkeysOf } from "./passkeys/passkeys.ts";
import { assertProved } from "./proof.ts";
import {
  appSince,
  confirmSecret,
  isSecondFactor,
  isSecondFactorRequired,
  removeApp,
  secondFactorSince,
} from "./second-factor.ts";
import { viewerOrigin } from "./sessions.ts";
import { tellOfChange } from "./tell-of-change.ts";
import type { Viewer } from "./viewer.ts";

/** Turns the viewer's second factor on, with the first code of their app. */
export async function turnTwoStepOn(viewer: Viewer, { code }: { code: string }): Promise<void> {
  assertProved(viewer);
  const person = await ownPerson(viewer);
  await proveOnce(person, viewerOrigin(viewer), (db) => confirmSecret(db, person.id, code));
  await transaction(viewer, async (tx) => {
    await audit(tx, "two_step.turned_on", {
      subject: person.id,
      before: { app: "no" },
      after: { app: "yes" },
    });
    await tellOfChange(person, "app_added", viewerOrigin(viewer));
  });
}

/** Takes the app away, with a code; not while an account of theirs asks for a second step and it is their only one. */
export async function turnTwoStepOff(viewer: Viewer, { code }: { code: string }): Promise<void> {
  const person = await ownPerson(viewer);
  if ((await isSecondFactorRequired(person.id)) && (await passkeysOf(person.id)).length === 0) {
    throw conflict("An account you are a member of asks for a second step.", "two_step_required");
  }
  await proveOnce(person, viewerOrigin(viewer), (db) => isSecondFactor(db, person.id, code));
  await transaction(viewer, async (tx) => {
    await removeApp(tx.db, person.id);
    await audit(tx, "two_step.turned_off", {
      subject: person.id,
      before: { app: "yes" },
      after: { app: "no" },
    });
    await tellOfChange(person, "app_removed", viewerOrigin(viewer));
  });
}

/** New backup codes for the viewer, told this once, for a code of the app; who has none has proved who they are lately. */
export async function renewBackupCodes(
  viewer: Viewer,
  { code }: { code?: string },
): Promise<{ codes: string[] }> {
  const person = await ownPerson(viewer);
  if ((await secondFactorSince(person.id)) === null) {
    throw conflict("Turn the second step on first.", "two_step_off");
  }
  if ((await appSince(person.id)) === null) assertProved(viewer);
  else await proveOnce(person, viewerOrigin(viewer), (db) => isSecondFactor(db, person.id, code ?? ""));
  return transaction(viewer, async (tx) => {
    const before = { codes: await backupCodesLeft(person.id) };
    const codes = await replaceBackupCodes(tx.db, person.id);
    const after = { codes: codes.length };
    await audit(tx, "two_step.codes_made", { subject: person.id, before, after });
    await tellOfChange(person, "codes_made", viewerOrigin(viewer));
    return { codes };
  });
}
