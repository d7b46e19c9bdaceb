import { type Account, getAccount } from "#lib/accounts/queries";
import { supportAddressLine } from "#lib/accounts/support-address-line";
import { contactOf } from "#lib/accounts/wire-contact";
import { may } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { isLocale } from "#lib/i18n/locale";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { pageTitle } from "../../../_server/page-title";
import { type EnvironmentPageProps, pageViewer } from "../../../_server/page-viewer";
import { DescriptionList } from "../../../_ui/description-list";
import { Page } from "../../../_ui/page-header";
import { Section } from "../../../_ui/section";
import { SettingsHeader } from "../settings-header";
import { AccountForm } from "./account-form";

export const generateMetadata = pageTitle((locale) => translator(locale, "settings")("page.account"));

export default async function AccountSettingsPage({ params }: EnvironmentPageProps) {
  const viewer = await pageViewer((await params).environment);
  const account = await getAccount(viewer);
  const t = translator(viewer.locale, "settings");
  return (
    <Page>
      <SettingsHeader viewer={viewer} title={t("page.account")} href={paths.settings(viewer)} />
      {may(viewer, "account:write") ? (
        <AccountForm viewer={viewer} account={account} />
      ) : (
        <AccountFacts viewer={viewer} account={account} />
      )}
      <Section title={t("details.fixed")}>
        <DescriptionList
          items={[
            { term: t("details.id"), value: <code>{account.id}</code> },
            {
              term: t("details.country"),
              value: new Intl.DisplayNames(viewer.locale, { type: "region" }).of(account.country),
            },
            { term: t("details.currency"), value: account.defaultCurrency.toUpperCase() },
          ]}
        />
      </Section>
      {may(viewer, "account:close") && (
        <p>
          <a href={paths.closeAccount(viewer)}>{translator(viewer.locale, "accounts")("close")}</a>
        </p>
      )}
    </Page>
  );
}

/** The same for who may not change it. */
function AccountFacts({ viewer, account }: { viewer: Viewer; account: Account }) {
  const t = translator(viewer.locale, "settings");
  const { settings, locale } = account;
  const contact = contactOf(settings);
  return (
    <Section title={t("details.public")}>
      <p className="text-soft">{t("noPermission")}</p>
      <DescriptionList
        items={[
          { term: t("details.name"), value: account.name },
          { term: t("details.supportEmail"), value: contact.supportEmail },
          { term: t("details.supportPhone"), value: contact.supportPhone },
          { term: t("details.website"), value: contact.website },
          { term: t("details.supportUrl"), value: contact.supportUrl },
          { term: t("details.address"), value: supportAddressLine(contact, viewer.locale) },
          { term: t("details.terms"), value: contact.termsUrl },
          { term: t("details.privacy"), value: contact.privacyUrl },
          { term: t("details.statementDescriptor"), value: settings.statementDescriptor },
          { term: t("details.prefix"), value: settings.statementDescriptorPrefix },
          { term: t("details.timeZone"), value: account.timeZone },
          { term: t("details.language"), value: isLocale(locale) ? t(`languages.${locale}`) : locale },
        ]}
      />
    </Section>
  );
}
