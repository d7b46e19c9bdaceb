"use server";

import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { signOut } from "#lib/auth/sign-in";
import { originOf } from "./request-facts";
import { cookieNames, guarded } from "./session-cookie";
import { signedIn } from "./signed-in";

/** Ends this browser's session and shows the sign-in page. */
export async function endSession(): Promise<void> {
  const current = await signedIn();
  if (current) await signOut(current.session.id, current.person.id, originOf(await headers()));
  (await cookies()).set(cookieNames().session, "", { ...guarded(), maxAge: 0 });
  redirect("/sign-in");
}
