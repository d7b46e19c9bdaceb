import { may } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { pageTitle } from "../../_server/page-title";
import { type EnvironmentPageProps, pageViewer } from "../../_server/page-viewer";
import { Page, PageHeader } from "../../_ui/page-header";
import { Section } from "../../_ui/section";

export const generateMetadata = pageTitle((locale) => translator(locale, "settings")("title"));

/** Every settings page the person may open, in the groups people know. */
export default async function SettingsPage({ params }: EnvironmentPageProps) {
  const viewer = await pageViewer((await params).environment);
  const t = translator(viewer.locale, "settings");
  return (
    <Page>
      <PageHeader title={t("title")} />
      <Section title={t("personal")}>
        <Entry href={paths.personalSettings(viewer)} title={t("page.user")} text={t("page.userExplained")} />
        <Entry href={paths.twoStep(viewer)} title={t("page.twoStep")} text={t("page.twoStepExplained")} />
        <Entry href={paths.passkeys(viewer)} title={t("page.passkeys")} text={t("page.passkeysExplained")} />
        <Entry href={paths.accounts(viewer)} title={t("page.accounts")} text={t("page.accountsExplained")} />
        <Entry
          href={paths.notifications(viewer)}
          title={t("page.notifications")}
          text={t("page.notificationsExplained")}
        />
        <Entry href={paths.leaveAccount(viewer)} title={t("page.leave")} text={t("page.leaveExplained")} />
      </Section>
      <Section title={t("account")}>
        <Entry
          href={paths.accountSettings(viewer)}
          title={t("page.account")}
          text={t("page.accountExplained")}
        />
        <Entry href={paths.setupGuide(viewer)} title={t("page.guide")} text={t("page.guideExplained")} />
        {may(viewer, "account:write") && (
          <Entry
            href={paths.activation(viewer)}
            title={t("page.activation")}
            text={t("page.activationExplained")}
          />
        )}
        <Entry href={paths.team(viewer)} title={t("page.team")} text={t("page.teamExplained")} />
      </Section>
      <Rules viewer={viewer} />
      <Records viewer={viewer} />
      {may(viewer, "keys:write") && (
        <Section title={t("developers")}>
          <Entry href={paths.keys(viewer)} title={t("page.keys")} text={t("page.keysExplained")} />
        </Section>
      )}
    </Page>
  );
}

/** What the people who refund and answer disputes work by. */
function Rules({ viewer }: { viewer: Viewer }) {
  const t = translator(viewer.locale, "settings");
  const ofRefunds = may(viewer, "limits:write");
  const ofRisk = may(viewer, "radar:read");
  if (!ofRefunds && !ofRisk) return null;
  return (
    <Section title={t("rules")}>
      {ofRefunds && (
        <>
          <Entry
            href={paths.refundLimits(viewer)}
            title={t("page.refundLimits")}
            text={t("page.refundLimitsExplained")}
          />
          <Entry
            href={paths.discretion(viewer)}
            title={t("page.discretion")}
            text={t("page.discretionExplained")}
          />
        </>
      )}
      {ofRisk && (
        <Entry href={paths.blocked(viewer)} title={t("page.blocked")} text={t("page.blockedExplained")} />
      )}
    </Section>
  );
}

/** What tells what was done, and what was sent. */
function Records({ viewer }: { viewer: Viewer }) {
  const t = translator(viewer.locale, "settings");
  const hasHistory = may(viewer, "security_history:read");
  const hasOutbox = may(viewer, "outbox:read");
  if (!hasHistory && !hasOutbox) return null;
  return (
    <Section title={t("records")}>
      {hasHistory && (
        <Entry
          href={paths.securityHistory(viewer)}
          title={t("page.history")}
          text={t("page.historyExplained")}
        />
      )}
      {hasOutbox && (
        <Entry href={paths.outbox(viewer)} title={t("page.outbox")} text={t("page.outboxExplained")} />
      )}
    </Section>
  );
}

function Entry({ href, title, text }: { href: string; title: string; text: string }) {
  return (
    <p className="not-last:mb-3">
      <a href={href}>{title}</a>
      <br />
      <span className="text-soft">{text}</span>
    </p>
  );
}
