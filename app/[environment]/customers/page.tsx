import type { Metadata } from "next";
import { may } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { browseCustomers } from "#lib/customers/browse-customers";
import type { CustomerRow } from "#lib/customers/wire";
import { translator } from "#lib/i18n/translator";
import { type Key, keyText, readKey } from "#lib/lists/key";
import type { Page as ListPage } from "#lib/lists/read-page";
import { paths } from "#lib/paths";
import { type EnvironmentPageProps, pageViewer } from "../../_server/page-viewer";
import { Button, ButtonLink } from "../../_ui/button";
import { EmptyState } from "../../_ui/empty-state";
import { ChipLink, FilterChip, FilterChips } from "../../_ui/filter-chip";
import { Page, PageHeader } from "../../_ui/page-header";
import { Pagination } from "../../_ui/pagination";
import { TextField } from "../../_ui/text-field";
import { formatDate } from "#lib/i18n/format";
import { CustomerTabs } from "./customer-tabs";
import { CustomerTable } from "./customer-table";

type Query = { email?: string | string[]; newer?: string | string[]; older?: string | string[] };
type PageProps = EnvironmentPageProps & { searchParams: Promise<Query> };

const size = 25;

/** Every customer, newest first, or those with one email address. */
export default async function CustomersPage({ params, searchParams }: PageProps) {
  const viewer = await pageViewer((await params).environment);
  const query = await searchParams;
  const email = textOf(query.email);
  const page = await browseCustomers(viewer, { email, page: requestOf(query) });
  const t = translator(viewer.locale, "customers");
  return (
    <Page>
      <PageHeader title={t("title")} actions={<AddCustomer viewer={viewer} />} />
      <CustomerTabs viewer={viewer} current="customers" />
      <EmailFilter viewer={viewer} email={email} />
      {page.rows.length === 0 && !page.continueFrom ? (
        <Nobody viewer={viewer} email={email} />
      ) : (
        <>
          <CustomerTable viewer={viewer} customers={page.rows} caption={t("caption")} />
          <Pages viewer={viewer} email={email} page={page} />
        </>
      )}
    </Page>
  );
}

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const viewer = await pageViewer((await params).environment);
  return { title: translator(viewer.locale, "customers")("title") };
}

function AddCustomer({ viewer }: { viewer: Viewer }) {
  if (!may(viewer, "customers:write")) return null;
  const t = translator(viewer.locale, "customers");
  return (
    <>
      <ButtonLink href={paths.duplicates(viewer)}>{t("duplicates.title")}</ButtonLink>
      <ButtonLink href={paths.importCustomers(viewer)}>{t("import.action")}</ButtonLink>
      <ButtonLink href={paths.newCustomer(viewer)} tone="primary" shortcut="n">
        {t("add")}
      </ButtonLink>
    </>
  );
}

type FilteredProps = { viewer: Viewer; email: string | null };

function EmailFilter({ viewer, email }: FilteredProps) {
  const t = translator(viewer.locale, "customers");
  const common = translator(viewer.locale, "common");
  return (
    <FilterChips>
      <FilterChip label={t("email")} value={email}>
        <form className="grid gap-3" action={paths.customers(viewer)}>
          <TextField
            name="email"
            label={t("filterEmail")}
            hint={t("filterEmailHint")}
            attributes={{ type: "email", defaultValue: email ?? undefined }}
          />
          <Button tone="primary">{common("apply")}</Button>
        </form>
      </FilterChip>
      {email !== null && <ChipLink href={paths.customers(viewer)}>{common("clear")}</ChipLink>}
    </FilterChips>
  );
}

function Nobody({ viewer, email }: FilteredProps) {
  const t = translator(viewer.locale, "customers");
  if (email === null) return <EmptyState title={t("emptyTitle")}>{t("empty")}</EmptyState>;
  return <EmptyState title={t("noneTitle")}>{t("none")}</EmptyState>;
}

function Pages({ viewer, email, page }: FilteredProps & { page: ListPage<CustomerRow> }) {
  const { locale, timeZone } = viewer;
  const href = (name: "newer" | "older", key: Key) => {
    const search = new URLSearchParams({ ...(email === null ? {} : { email }), [name]: keyText(key) });
    return `${paths.customers(viewer)}?${search}`;
  };
  return (
    <Pagination
      locale={locale}
      summary={translator(locale, "customers")("shown", { count: page.rows.length })}
      newerHref={page.newer && href("newer", page.newer)}
      olderHref={page.older && href("older", page.older)}
      continueFrom={
        page.continueFrom && {
          href: href("older", page.continueFrom),
          date: formatDate(page.continueFrom.at, { locale, timeZone }),
        }
      }
    />
  );
}

function requestOf({ newer, older }: Query) {
  const towardsNewer = readKey(textOf(newer) ?? "");
  if (towardsNewer) return { direction: "newer" as const, from: towardsNewer, size };
  return { direction: "older" as const, from: readKey(textOf(older) ?? ""), size };
}

function textOf(value: string | string[] | undefined): string | null {
  return [value ?? ""].flat()[0]?.trim() || null;
}
