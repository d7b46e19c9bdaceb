import { translator } from "#lib/i18n/translator";
import { requestLocale } from "../_ui/request-preferences";

/** What is shown where the network is gone: kept by the browser, so that it says no more than that. */
export async function GET(): Promise<Response> {
  const locale = await requestLocale();
  const t = translator(locale, "problem");
  const page = `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Comptoir</title>
</head>
<body>
<h1>${t("offlineTitle")}</h1>
<p>${t("offline")}</p>
<p><a href="">${t("tryAgain")}</a></p>
</body>
</html>
`;
  return new Response(page, { headers: { "Content-Type": "text/html; charset=utf-8" } });
}
