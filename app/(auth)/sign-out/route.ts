import { cookies, headers } from "next/headers";
import { signOut } from "#lib/auth/sign-in";
import { originOf } from "../../_server/request-facts";
import { seeOther } from "../../_server/see-other";
import { cookieNames, guarded } from "../../_server/session-cookie";
import { signedIn } from "../../_server/signed-in";

/** Ends this browser's session and shows the sign-in page. An address of its own: every role may leave every page. */
export async function POST(): Promise<Response> {
  const current = await signedIn();
  if (current) await signOut(current.session.id, current.person.id, originOf(await headers()));
  (await cookies()).set(cookieNames().session, "", { ...guarded(), maxAge: 0 });
  return seeOther("/sign-in");
}
