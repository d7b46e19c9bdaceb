import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { may } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { type Found, findPasted } from "#lib/search/find-pasted";
import { type EnvironmentPageProps, pageViewer } from "../../_server/page-viewer";
import { ButtonLink } from "../../_ui/button";
import { EmptyState } from "../../_ui/empty-state";
import { Page, PageHeader } from "../../_ui/page-header";
import { Section } from "../../_ui/section";
import { CustomerTable } from "../customers/customer-table";

type PageProps = EnvironmentPageProps & { searchParams: Promise<{ q?: string | string[] }> };

/** Leads to what was pasted into the search field, or says what it found instead. */
export default async function SearchPage({ params, searchParams }: PageProps) {
  const viewer = await pageViewer((await params).environment);
  const query = [(await searchParams).q ?? ""].flat()[0]?.trim() ?? "";
  const found = await findPasted(viewer, query);
  if (found.kind === "page") redirect(found.path);
  const t = translator(viewer.locale, "search");
  return (
    <Page>
      <PageHeader title={t("title")} />
      <Result viewer={viewer} query={query} found={found} />
    </Page>
  );
}

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const viewer = await pageViewer((await params).environment);
  return { title: translator(viewer.locale, "search")("title") };
}

type ResultProps = { viewer: Viewer; query: string; found: Exclude<Found, { kind: "page" }> };

function Result({ viewer, query, found }: ResultProps) {
  const t = translator(viewer.locale, "search");
  if (found.kind === "customers" && found.customers.length > 0) {
    const { email, customers, more, payments } = found;
    return (
      <Section
        title={t("customers", { count: customers.length, email })}
        aside={
          more && <a href={`${paths.customers(viewer)}?email=${encodeURIComponent(email)}`}>{t("more")}</a>
        }
      >
        <CustomerTable viewer={viewer} customers={customers} caption={t("customersCaption", { email })} />
        {payments !== null && (
          <p>
            <a href={payments}>{t("paymentsWith", { email })}</a>
          </p>
        )}
      </Section>
    );
  }
  if (query === "") return <EmptyState title={t("hintTitle")}>{t("hint")}</EmptyState>;
  return (
    <EmptyState
      title={
        found.kind === "customers"
          ? t("customers", { count: 0, email: found.email })
          : t("nothingTitle", { query: query.slice(0, 80) })
      }
      action={
        may(viewer, "payments:read") && (
          <ButtonLink href={paths.transactions(viewer)}>{t("payments")}</ButtonLink>
        )
      }
    >
      {t("nothing")}
    </EmptyState>
  );
}
