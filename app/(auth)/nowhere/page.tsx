import type { Metadata } from "next";
import { headers } from "next/headers";
import { translator } from "#lib/i18n/translator";
import { environmentsOf } from "#lib/people/members";
import { pathHeader } from "../../_server/request-facts";
import { requireSignedIn } from "../../_server/signed-in";
import { Button, ButtonLink } from "../../_ui/button";
import { PlainPage } from "../../_ui/plain-page";
import { requestLocale } from "../../_ui/request-preferences";

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await requestLocale(), "problem")("notFound") };
}

/**
 * What `proxy.ts` shows whoever is signed in where there is nothing for them: the way to what is theirs, the same
 * whether nobody has this address or somebody else does.
 */
export default async function NowherePage() {
  const { person } = await requireSignedIn();
  const places = await environmentsOf(person.id);
  const [, slug] = ((await headers()).get(pathHeader) ?? "").split(/[/?]/);
  const isTheirs = places.some((place) => place.slug === slug);
  const locale = await requestLocale();
  const t = translator(locale, "problem");
  const auth = translator(locale, "auth");
  return (
    <PlainPage title={t("notFound")}>
      <p>{t(isTheirs ? "notFoundWhy" : "notYours")}</p>
      <p>{places.length > 0 ? t("yourAccounts") : auth("noAccount.text")}</p>
      <div className="ui-actions">
        {oneOfEach(places).map(({ slug: place, accountName }) => (
          <ButtonLink key={place} href={`/${place}`}>
            {accountName}
          </ButtonLink>
        ))}
      </div>
      <form action="/sign-out" method="post">
        <Button tone="quiet">{auth("noAccount.signOut")}</Button>
      </form>
    </PlainPage>
  );
}

/** A place of each account that may be entered. */
function oneOfEach(places: Awaited<ReturnType<typeof environmentsOf>>) {
  const open = places.filter(({ locked }) => !locked);
  return open.filter(({ accountId }, at) => open.findIndex((place) => place.accountId === accountId) === at);
}
