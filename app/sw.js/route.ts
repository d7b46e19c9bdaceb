import type { NextRequest } from "next/server";
import { negotiateLocale } from "#lib/i18n/negotiate-locale";
import { offlinePage } from "./offline-page";

/**
 * Says that the network is gone and keeps nothing: what people see is never stored. The page is written into it, so that
 * browsers take another one wherever its words or the person's language changed.
 */
function workerWith({ html, headers }: ReturnType<typeof offlinePage>): string {
  return `const page = ${JSON.stringify(html)};
const headers = ${JSON.stringify(headers)};
self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => {
  event.waitUntil(caches.keys().then((names) => Promise.all(names.map((name) => caches.delete(name)))));
});
self.addEventListener("fetch", (event) => {
  if (event.request.mode !== "navigate" || event.request.method !== "GET") return;
  event.respondWith(fetch(event.request).catch(() => new Response(page, { headers })));
});
`;
}

/** The browser's helper behind the pages. */
export function GET({ cookies, headers }: NextRequest): Response {
  const locale = negotiateLocale(cookies.get("locale")?.value, headers.get("accept-language"));
  return new Response(workerWith(offlinePage(locale)), {
    headers: { "Content-Type": "text/javascript; charset=utf-8", "Cache-Control": "no-cache" },
  });
}
