import { redirect } from "next/navigation";
import { translator } from "#lib/i18n/translator";
import { usualOf } from "#lib/people/last-account";
import { environmentsOf } from "#lib/people/members";
import { requireSignedIn } from "./_server/signed-in";
import { Button } from "./_ui/button";
import { PlainPage } from "./_ui/plain-page";
import { requestLocale } from "./_ui/request-preferences";

/** Leads to the account that the person was in last, or to the first they may enter. */
export default async function StartPage() {
  const { person } = await requireSignedIn();
  const open = (await environmentsOf(person.id)).filter(({ locked }) => !locked);
  const usual = await usualOf(person.id, open);
  if (usual) redirect(`/${usual.slug}`);
  const t = translator(await requestLocale(), "auth");
  return (
    <PlainPage title={t("noAccount.title")}>
      <p>{t("noAccount.text")}</p>
      <form action="/sign-out" method="post">
        <Button>{t("noAccount.signOut")}</Button>
      </form>
    </PlainPage>
  );
}
