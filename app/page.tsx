import { redirect } from "next/navigation";
import { translator } from "#lib/i18n/translator";
import { environmentsOf } from "#lib/people/members";
import { requireSignedIn } from "./_server/signed-in";
import { Button } from "./_ui/button";
import { PlainPage } from "./_ui/plain-page";
import { requestLocale } from "./_ui/request-preferences";

/** Leads to the first environment the person may enter. */
export default async function StartPage() {
  const { person } = await requireSignedIn();
  const first = (await environmentsOf(person.id)).find(({ locked }) => !locked);
  if (first) redirect(`/${first.slug}`);
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
