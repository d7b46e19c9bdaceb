import type { NextRequest } from "next/server";
import NextAuth from "next-auth";
import type { SignInAnswer } from "#lib/auth/sign-in";
import { authOptions } from "../../../_server/auth-options";
import { localPath, signInPath, twoStepPath } from "../../../_server/local-path";
import { originOf } from "../../../_server/request-facts";
import { forgetAttempt, rememberAttempt, type SignInAttempt } from "../../../_server/sign-in-attempt";

interface Context {
  params: Promise<{ nextauth: string[] }>;
}

const longestBody = 20_000;

/** Where the sign-in form posts to. next-auth's other addresses are not used, and so not there. */
export async function POST(request: NextRequest, context: Context): Promise<Response> {
  const { nextauth } = await context.params;
  if (nextauth.join("/") !== "callback/credentials") return new Response(null, { status: 404 });
  const body = await request.clone().text();
  if (body.length > longestBody) return new Response(null, { status: 413 });
  const typed = new URLSearchParams(body);

  const seen: { answer?: SignInAnswer } = {};
  const options = authOptions(originOf(request.headers), (answer) => (seen.answer = answer));
  const sealed: Response = await NextAuth(request, context, options);
  const next = localPath(typed.get("next"));
  if (!seen.answer?.ok) {
    await rememberAttempt(failure(seen.answer, typed.get("email") ?? ""));
    return goTo(signInPath(next));
  }
  await forgetAttempt();
  if (seen.answer.session.waitsFor) {
    return goTo(twoStepPath(next), sealed.headers.getSetCookie());
  }
  return goTo(next, sealed.headers.getSetCookie());
}

function failure(answer: Exclude<SignInAnswer, { ok: true }> | undefined, email: string): SignInAttempt {
  if (!answer) return { email, problem: "expired" };
  if (answer.reason === "throttled") return { email, problem: "throttled", until: answer.until };
  return { email, problem: "wrong" };
}

/** A path alone: the browser stays at the address it came by. */
function goTo(path: string, cookies: string[] = []): Response {
  const headers = new Headers({ Location: path });
  for (const cookie of cookies) headers.append("Set-Cookie", cookie);
  return new Response(null, { status: 303, headers });
}
