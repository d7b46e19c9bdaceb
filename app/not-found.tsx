import type { Metadata } from "next";
import { translator } from "#lib/i18n/translator";

import { ButtonLink } from "./_ui/button";
import { PlainPage } from "./_ui/plain-page";
import { requestLocale } from "./_ui/request-preferences";

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await requestLocale(), "problem")("notFound") };
}

export default async function NotFound() {
  const t = translator(await requestLocale(), "problem");
  return (
    <PlainPage title={t("notFound")}>
      <p>{t("notFoundWhy")}</p>
      <div className="ui-actions">
        <ButtonLink href="/">{t("goHome")}</ButtonLink>
      </div>
    </PlainPage>
  );
}
