import { createHash } from "node:crypto";
import type { Locale } from "#lib/i18n/locale";
import { translator } from "#lib/i18n/translator";

const script = `addEventListener("online", () => location.reload());`;
const hash = createHash("sha256").update(script).digest("base64");

const style = `body { margin: 0 auto; max-width: 440px; padding: 10vh 16px; font: 16px/24px system-ui, sans-serif; }
a { display: inline-block; padding: 10px 0; }`;

/** What is shown where the network is gone, and what it may load: nothing. It goes on by itself once the network is back. */
export function offlinePage(locale: Locale): { html: string; headers: Record<string, string> } {
  const t = translator(locale, "problem");
  const html = `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Comptoir</title>
<style>${style}</style>
</head>
<body>
<h1>${t("offlineTitle")}</h1>
<p>${t("offline")}</p>
<p><a href="">${t("tryAgain")}</a></p>
<script>${script}</script>
</body>
</html>
`;
  const policy = `default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-${hash}'`;
  return { html, headers: { "Content-Type": "text/html; charset=utf-8", "Content-Security-Policy": policy } };
}
