import { openSessions } from "#lib/auth/sessions";
import { translator } from "#lib/i18n/translator";
import { hasPassword } from "#lib/people/password";
import { paths } from "#lib/paths";
import { pageTitle } from "../../../_server/page-title";
import { type EnvironmentPageProps, pageViewer } from "../../../_server/page-viewer";
import { requireSignedIn } from "../../../_server/signed-in";
import { Page } from "../../../_ui/page-header";
import { Section } from "../../../_ui/section";
import { SettingsHeader } from "../settings-header";
import { PasswordForm } from "./password-form";
import { ProfileForm } from "./profile-form";
import { SessionList } from "./session-list";

export const generateMetadata = pageTitle((locale) => translator(locale, "settings")("user.title"));

/** How the person appears, and where they are signed in. */
export default async function PersonalSettingsPage({ params }: EnvironmentPageProps) {
  const viewer = await pageViewer((await params).environment);
  const { person, session } = await requireSignedIn();
  const sessions = await openSessions(person.id);
  const t = translator(viewer.locale, "settings");
  return (
    <Page>
      <SettingsHeader viewer={viewer} title={t("user.title")} href={paths.settings(viewer)} />
      <ProfileForm viewer={viewer} person={person} />
      {hasPassword(person) ? (
        <PasswordForm locale={viewer.locale} email={person.email} />
      ) : (
        <Section title={t("user.password")}>
          <p>
            {t("user.noPassword")} <a href="/forgot">{translator(viewer.locale, "auth")("forgot.title")}</a>
          </p>
        </Section>
      )}
      <SessionList viewer={viewer} sessions={sessions} currentId={session.id} />
    </Page>
  );
}
