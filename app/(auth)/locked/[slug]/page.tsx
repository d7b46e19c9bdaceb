import { notFound } from "next/navigation";
import { may } from "#lib/auth/permissions";
import { permissionsOf } from "#lib/auth/roles";
import { translator } from "#lib/i18n/translator";
import { environmentsOf } from "#lib/people/members";
import { paths } from "#lib/paths";
import { requireSignedIn } from "../../../_server/signed-in";
import { ButtonLink } from "../../../_ui/button";
import { PlainPage } from "../../../_ui/plain-page";
import { requestLocale } from "../../../_ui/request-preferences";

/** What stands in the place of a live environment without a processor. */
export default async function LockedPage({ params }: { params: Promise<{ slug: string }> }) {
  const { slug } = await params;
  const { person } = await requireSignedIn();
  const reachable = await environmentsOf(person.id);
  const locked = reachable.find((place) => place.slug === slug && place.locked);
  if (!locked) notFound();
  const test = reachable.find(({ accountId, kind }) => accountId === locked.accountId && kind === "test");
  const t = translator(await requestLocale(), "auth");
  return (
    <PlainPage title={t("locked.title")}>
      <p>{t("locked.text", { account: locked.accountName })}</p>
      <div className="ui-actions">
        {test && may({ permissions: permissionsOf(test, "test") }, "account:write") && (
          <ButtonLink href={paths.activation({ environment: test })} tone="primary">
            {t("locked.apply")}
          </ButtonLink>
        )}
        <ButtonLink href={test ? `/${test.slug}` : "/"}>{t("locked.back")}</ButtonLink>
      </div>
    </PlainPage>
  );
}
