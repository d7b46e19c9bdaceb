import type { Viewer } from "#lib/auth/viewer";
import { type Likeness, likenesses } from "#lib/customers/merge/find-duplicates";
import { listDuplicates } from "#lib/customers/merge/list-duplicates";
import type { CustomerRow } from "#lib/customers/wire";
import { formatNumber } from "#lib/i18n/format";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { pageTitle } from "../../../_server/page-title";
import { type EnvironmentPageProps, pageViewer } from "../../../_server/page-viewer";
import { EmailText } from "../../../_ui/email-text";
import { EmptyState } from "../../../_ui/empty-state";
import { Page, PageHeader } from "../../../_ui/page-header";
import { Section, Stack } from "../../../_ui/section";
import { type Column, Table } from "../../../_ui/table";
import { Tabs } from "../../../_ui/tabs";
import { dayColumn } from "../../../_words/day-column";
import { nameOf } from "#lib/customers/name-of";

type DuplicatesProps = EnvironmentPageProps & { searchParams: Promise<{ by?: string | string[] }> };

export const generateMetadata = pageTitle((locale) => translator(locale, "customers")("duplicates.title"));

/** Customers that may be one person, to be merged. */
export default async function DuplicatesPage({ params, searchParams }: DuplicatesProps) {
  const viewer = await pageViewer((await params).environment);
  const { by: asked } = await searchParams;
  const by = likenesses.find((one) => one === asked) ?? "email";
  const groups = await listDuplicates(viewer, by);
  const t = translator(viewer.locale, "customers");
  const here = paths.duplicates(viewer);
  const crumbs = [{ label: t("title"), href: paths.customers(viewer) }, { label: t("duplicates.title") }];
  return (
    <Page>
      <PageHeader
        title={t("duplicates.title")}
        breadcrumb={{ label: translator(viewer.locale, "common")("breadcrumb"), crumbs }}
      />
      <Tabs
        label={t("duplicates.by")}
        tabs={likenesses.map((one) => ({
          href: one === "email" ? here : `${here}?by=${one}`,
          label: t(`duplicates.likeness.${one}`),
          current: one === by,
        }))}
      />
      {groups.length === 0 ? (
        <EmptyState title={t("duplicates.none")}>{t("duplicates.noneText")}</EmptyState>
      ) : (
        <Stack>
          {groups.map((group) => (
            <Group key={group.map(({ id }) => id).join()} viewer={viewer} group={group} by={by} />
          ))}
        </Stack>
      )}
    </Page>
  );
}

/** Who came first stays, unless somebody chooses otherwise on the next page. */
function Group({ viewer, group, by }: { viewer: Viewer; group: CustomerRow[]; by: Likeness }) {
  const t = translator(viewer.locale, "customers");
  const [first] = group;
  if (!first) return null;
  const shared = { email: first.email, phone: first.phone, card: null, name: first.name }[by];
  return (
    <Section title={shared ?? nameOf(first)}>
      <Table
        caption={t("duplicates.caption", { name: nameOf(first) })}
        columns={columnsFor(viewer, first)}
        rows={group}
        rowKey={({ id }) => id}
        rowHref={({ id }) => paths.customer(viewer, id)}
      />
    </Section>
  );
}

function columnsFor(viewer: Viewer, first: CustomerRow): Column<CustomerRow>[] {
  const { locale } = viewer;
  const t = translator(locale, "customers");
  return [
    {
      key: "name",
      label: t("name"),
      card: "title",
      cell: (customer) => <EmailText>{nameOf(customer)}</EmailText>,
    },
    {
      key: "email",
      label: t("email"),
      card: "detail",
      cell: ({ email }) => email && <EmailText>{email}</EmailText>,
    },
    {
      key: "payments",
      label: t("payments"),
      align: "end",
      cell: ({ paymentCount }) => formatNumber(paymentCount, locale),
    },
    dayColumn(viewer, t("created")),
    {
      key: "merge",
      label: t("methodActs"),
      align: "end",
      cell: ({ id }) =>
        id !== first.id && (
          <a href={paths.mergeCustomer(viewer, first.id, id)}>{t("duplicates.mergeWithFirst")}</a>
        ),
    },
  ];
}
