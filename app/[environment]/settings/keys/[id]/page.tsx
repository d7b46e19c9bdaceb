import type { Metadata } from "next";
import { may } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { translator } from "#lib/i18n/translator";
import type { ApiKey } from "#lib/keys/queries";
import { isInUse } from "#lib/keys/state";
import { paths } from "#lib/paths";
import { ButtonLink } from "../../../../_ui/button";
import { DateTime } from "../../../../_ui/date-time";
import { DescriptionList } from "../../../../_ui/description-list";
import { Page, PageHeader } from "../../../../_ui/page-header";
import { Section } from "../../../../_ui/section";
import { KeyState } from "../key-state";
import { type KeyPageProps, keyOf } from "./key-page";

/** One key: what it may do, from where and until when. */
export default async function KeyPage(props: KeyPageProps) {
  const { viewer, apiKey } = await keyOf(props);
  const t = translator(viewer.locale, "settings");
  const crumbs = [{ label: t("keys.title"), href: paths.keys(viewer) }];
  return (
    <Page>
      <PageHeader
        title={apiKey.name}
        state={<KeyState apiKey={apiKey} viewer={viewer} />}
        breadcrumb={{ label: translator(viewer.locale, "common")("breadcrumb"), crumbs }}
        actions={isInUse(apiKey, viewer.now()) && <Actions viewer={viewer} apiKey={apiKey} />}
      />
      <Section title={t("keys.details")}>
        <KeyFacts viewer={viewer} apiKey={apiKey} />
      </Section>
    </Page>
  );
}

export async function generateMetadata(props: KeyPageProps): Promise<Metadata> {
  return { title: (await keyOf(props)).apiKey.name };
}

function Actions({ viewer, apiKey: { id, replacedBy } }: { viewer: Viewer; apiKey: ApiKey }) {
  const t = translator(viewer.locale, "settings");
  return (
    <>
      <ButtonLink href={paths.revokeKey(viewer, id)}>{t("keys.revoke")}</ButtonLink>
      {replacedBy === null && <ButtonLink href={paths.rollKey(viewer, id)}>{t("keys.roll")}</ButtonLink>}
      <ButtonLink href={paths.editKey(viewer, id)} tone="primary">
        {t("keys.edit")}
      </ButtonLink>
    </>
  );
}

function KeyFacts({ viewer, apiKey }: { viewer: Viewer; apiKey: ApiKey }) {
  const t = translator(viewer.locale, "settings");
  const view = { locale: viewer.locale, timeZone: viewer.timeZone, now: viewer.now() };
  const { id, kind, shown, permissions, allowedAddresses, createdAt, expiresAt, lastUsedAt, replacedBy } =
    apiKey;
  return (
    <DescriptionList
      items={[
        { term: t("keys.kind"), value: t(`keys.kinds.${kind}`) },
        { term: t("keys.key"), value: <code className="break-all">{shown}</code> },
        { term: t("keys.permissions"), value: permissions && <Texts texts={permissions} /> },
        {
          term: t("keys.addresses"),
          value: kind === "publishable" ? null : <Texts texts={allowedAddresses ?? [t("keys.anywhere")]} />,
        },
        { term: t("keys.created"), value: <DateTime at={createdAt} view={view} as="date-time" /> },
        {
          term: t("keys.lastUsed"),
          value:
            lastUsedAt === null ? t("keys.neverUsed") : <DateTime at={lastUsedAt} view={view} as="when" />,
        },
        {
          term: t("keys.expires"),
          value:
            expiresAt === null ? (
              t("keys.lifetime", { count: 0 })
            ) : (
              <DateTime at={expiresAt} view={view} as="date-time" />
            ),
        },
        {
          term: t("keys.replacedBy"),
          value: replacedBy && <a href={paths.key(viewer, replacedBy)}>{t("keys.newKey")}</a>,
        },
        {
          term: t("keys.requests"),
          value: may(viewer, "events:read") ? (
            <a href={`${paths.requestLogs(viewer)}?${new URLSearchParams({ key: id })}`}>
              {t("keys.itsRequests")}
            </a>
          ) : null,
        },
      ]}
    />
  );
}

function Texts({ texts }: { texts: readonly string[] }) {
  return texts.map((text) => (
    <div key={text} className="break-all">
      {text}
    </div>
  ));
}
