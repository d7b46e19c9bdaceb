import { randomBytes } from "node:crypto";
import { type NextRequest, NextResponse } from "next/server";
import { localPath, signInPath } from "./app/_server/local-path";
import { csrfTokenOf, newCsrfCookie } from "./app/_server/csrf";
import { pathHeader, requestFacts } from "./app/_server/request-facts";
import { contentSecurityPolicy, securityHeaders } from "./app/_server/security-headers";
import { cookieNames, guarded, openSessionCookie } from "./app/_server/session-cookie";
import { may } from "#lib/auth/permissions";
import { permissionToEnter, permissionToSend } from "#lib/auth/sections";
import { findSession, type SignedIn } from "#lib/auth/sessions";
import { viewerForMember } from "#lib/auth/viewer-for-member";
import { config as settings } from "#lib/config";
import { negotiateLocale } from "#lib/i18n/negotiate-locale";
import { translator } from "#lib/i18n/translator";
import { isDeadLink, isMissing } from "#lib/pages/is-missing";
import { type Refusal, refusalOf } from "#lib/pages/refusal-of";
import { authenticationWaits } from "#lib/setup-intents/authentication-waits";

/** Pages for people who are not signed in, or not one of ours: by the first part of their path. */
const open = [
  "sign-in",
  "sign-out",
  "welcome",
  "api",
  "receipts",
  "bank-details",
  "authenticate",
  "join",
  "two-step",
  "forgot",
  "reset",
  "account",
];

export const config = {
  matcher:
    "/((?!_next/static|_next/image|icon\\.svg|apple-icon\\.png|app-icon-|manifest\\.webmanifest|sw\\.js|favicon\\.ico).*)",
};

/** The outer gate: signed in? a member of this environment? may this role enter this section? The core asks again. */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  const { pathname, search } = request.nextUrl;
  const [first = "", ...rest] = pathname.slice(1).split("/").map(decode);
  const nonce = randomBytes(16).toString("base64");
  const policy = contentSecurityPolicy(nonce, first === "authenticate" ? "authentication" : "own");
  const headers = new Headers(request.headers);
  headers.set("Content-Security-Policy", policy);
  headers.set(pathHeader, pathname + search);
  const { publicUrl } = settings();
  const visit: Visit = { request, headers, first, page: rest.join("/") };
  const refusal = await refusalOf(request, publicUrl);
  if (!refusal) believeOrigin(headers, new URL(publicUrl));
  const response = refusal ? refuse(visit, refusal) : await pageOf(visit);
  response.headers.set("Content-Security-Policy", policy);
  for (const [name, value] of Object.entries(securityHeaders())) response.headers.set(name, value);
  return response;
}

interface Visit {
  request: NextRequest;
  /** What the page gets to read. */
  headers: Headers;
  first: string;
  /** The path behind its first part. */
  page: string;
}

/** Next compares a form's origin with the host, which a proxy in front may have renamed. */
function believeOrigin(headers: Headers, { origin, host }: URL): void {
  if (headers.get("origin") === origin) headers.set("x-forwarded-host", host);
}

function refuse({ request, headers }: Visit, refusal: Refusal): NextResponse {
  if (refusal === "address") return show(request, headers, "/_not-found", 404);
  const chosen = request.cookies.get("locale")?.value;
  const t = translator(negotiateLocale(chosen, request.headers.get("accept-language")), "problem");
  const [text, status] = refusal === "form" ? [t("unreadableForm"), 400] : [t("foreignForm"), 403];
  return say(text, status);
}

function say(text: string, status: number): NextResponse {
  return new NextResponse(`${text}\n`, {
    status,
    headers: { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-store" },
  });
}

function pageOf(visit: Visit): Promise<NextResponse> {
  if (visit.first === "authenticate") return passCustomer(visit);
  return isOpen(visit.first) ? passOpen(visit) : passGuarded(visit);
}

/** Where no payment waits any more, the page says so: nothing is found there. */
async function passCustomer({ request, headers, page }: Visit): Promise<NextResponse> {
  const [environment, payment, token, ...more] = page.split("/");
  if (request.method === "POST" || !environment || !payment || !token || more.length > 0)
    return pass(headers);
  if (await authenticationWaits({ environment, payment, token })) return pass(headers);
  return show(request, headers, request.nextUrl.pathname, 404);
}

function isOpen(first: string): boolean {
  return open.includes(first) || (first === "design" && process.env.NODE_ENV === "development");
}

/** Sees to it that the sign-in form has the token it must send back: a page itself cannot set a cookie. */
async function passOpen({ request, headers, first, page }: Visit): Promise<NextResponse> {
  if (request.method !== "POST" && (await isDeadLink(first, page)))
    return show(request, headers, request.nextUrl.pathname, 404);
  const { csrf } = cookieNames();
  if (first !== "sign-in" || csrfTokenOf(request.cookies.get(csrf)?.value)) return pass(headers);
  const cookie = newCsrfCookie();
  setCookie(headers, csrf, cookie);
  const response = pass(headers);
  response.cookies.set(csrf, cookie, guarded());
  return response;
}

async function passGuarded(visit: Visit): Promise<NextResponse> {
  const { request, headers, first } = visit;
  const signedIn = await whoIs(request);
  if (!signedIn) return lead(request, signInPath(addressOf(request)));
  const { locale } = signedIn.person;
  if (locale) setCookie(headers, "locale", locale);
  const response = isPersonal(first) ? pass(headers) : await passMember(visit, signedIn);
  response.headers.set("Cache-Control", "private, no-store");
  return withLanguage(request, response, locale);
}

/** Pages that belong to no environment. */
function isPersonal(first: string): boolean {
  return ["", "design", "locked", "theme"].includes(first);
}

async function passMember({ request, headers, first, page }: Visit, { person, session }: SignedIn) {
  const viewer = await viewerForMember({
    person,
    slug: first,
    request: requestFacts(request.headers),
    provedAt: session.provedAt,
    acceptLanguage: request.headers.get("accept-language"),
  });
  const isSent = request.method === "POST";
  // The page itself says, asked for once more, that nothing is there.
  if (!viewer) return isSent ? lead(request, addressOf(request)) : show(request, headers, "/nowhere", 404);
  const permission = isSent ? permissionToSend(page) : permissionToEnter(page);
  if (!permission || may(viewer, permission)) {
    const isGone = !isSent && (await isMissing(viewer, page));
    return isGone ? show(request, headers, "/nowhere", 404) : pass(headers);
  }
  const forbidden = `/${first}/forbidden`;
  if (!isSent) return show(request, headers, forbidden, 403);
  if (isSentByScript(request)) return lead(request, forbidden);
  // Next would look for the form's action on the page that is shown instead, and fail.
  const t = translator(viewer.locale, "payment");
  return say(t("forbidden.text", { account: viewer.environment.accountName }), 403);
}

async function whoIs(request: NextRequest): Promise<SignedIn | null> {
  const claim = await openSessionCookie(request.cookies.get(cookieNames().session)?.value);
  return claim && findSession(claim.sessionId, claim.personId);
}

/** Keeps the browser's language cookie true to the profile. */
function withLanguage(request: NextRequest, response: NextResponse, locale: string | null): NextResponse {
  if ((request.cookies.get("locale")?.value ?? null) === locale) return response;
  if (locale) response.cookies.set("locale", locale, guarded());
  else response.cookies.delete("locale");
  return response;
}

function pass(headers: Headers): NextResponse {
  return NextResponse.next({ request: { headers } });
}

function show(request: NextRequest, headers: Headers, path: string, status: number): NextResponse {
  return NextResponse.rewrite(new URL(path, request.url), { status, request: { headers } });
}

/** The path that was asked for. */
function addressOf({ nextUrl }: NextRequest): string {
  return localPath(nextUrl.pathname + nextUrl.search);
}

/** Whether a form was sent by its page's script, which takes no page for an answer and would say that all failed. */
function isSentByScript(request: NextRequest): boolean {
  return request.method === "POST" && request.headers.has("next-action");
}

/** Leads elsewhere. Next makes it a path alone, so the browser stays at the address it came by. */
function lead(request: NextRequest, path: string): NextResponse {
  if (!isSentByScript(request))
    return NextResponse.redirect(new URL(path, request.url), request.method === "POST" ? 303 : 307);
  // As Next leads a script to another site: the browser loads the page anew.
  const headers = { "x-action-redirect": `${path.replaceAll(";", "%3B")};push`, "Cache-Control": "no-store" };
  return new NextResponse(null, { status: 303, headers });
}

/** Lets the page read a cookie that the browser will only have after this answer. */
function setCookie(headers: Headers, name: string, value: string): void {
  const cookies = (headers.get("cookie") ?? "")
    .split("; ")
    .filter((cookie) => cookie && !cookie.startsWith(`${name}=`));
  headers.set("cookie", [...cookies, `${name}=${encodeURIComponent(value)}`].join("; "));
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
