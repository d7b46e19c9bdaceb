import type { Metadata } from "next";

import type { Locale } from "#lib/i18n/locale";
import { type Translate, translator } from "#lib/i18n/translator";

import { MenuButton } from "../_ui/menu";
import type { NavigationItem } from "../_ui/navigation";
import { Page, PageHeader } from "../_ui/page-header";
import { requestLocale, requestTheme } from "../_ui/request-preferences";
import { Stack } from "../_ui/section";
import { Shell } from "../_ui/shell";
import { Status } from "../_ui/status";
import { Buttons, Notices, Type, Words } from "./controls";
import { Code, FigureParts } from "./figures";
import { Fields, Refund } from "./forms";
import { Empty, Lists } from "./lists";
import { Payment, PaymentActions } from "./payment";
import { now } from "./samples";

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await requestLocale(), "design")("title") };
}

export default async function DesignPage() {
  const locale = await requestLocale();
  const t = translator(locale, "design");
  const view = { locale, timeZone: "Europe/Paris", now };
  return (
    <Shell {...shell(t, locale)} theme={await requestTheme()}>
      <Page>
        <PageHeader
          breadcrumb={{
            label: translator(locale, "common")("breadcrumb"),
            crumbs: [{ label: "Comptoir", href: "/" }, { label: t("title") }],
          }}
          title={t("title")}
          titleAside={t("titleAside")}
          state={
            <Status tone="good" mark="filled">
              {t("state")}
            </Status>
          }
          actions={<PaymentActions t={t} />}
        />
        <Stack>
          <Buttons t={t} />
          <Words t={t} locale={locale} />
          <Lists t={t} view={view} />
          <Empty t={t} />
          <Payment t={t} view={view} />
          <Notices t={t} />
          <FigureParts t={t} view={view} />
          <Fields t={t} locale={locale} />
          <Refund t={t} locale={locale} />
          <Code t={t} />
          <Type t={t} />
        </Stack>
      </Page>
    </Shell>
  );
}

function shell(t: Translate<"design">, locale: Locale) {
  const tabs: NavigationItem[] = [
    { href: "/design#home", label: t("nav.home"), icon: "house" },
    { href: "/design#balances", label: t("nav.balances"), icon: "scale" },
    { href: "/design", label: t("nav.transactions"), icon: "arrow-left-right", current: true },
    { href: "/design#customers", label: t("nav.customers"), icon: "users" },
  ];
  return {
    locale,
    tabs,
    data: "test" as const,
    keys: { state: "on" as const, goTo: {}, keyboard: "/design", commands: "/design" },
    path: "/design",
    account: { name: "Maison Lavande", environment: t("nav.test") },
    search: { action: "/design", live: "/design" },
    help: [{ href: "/design", label: t("nav.docs") }],
    person: { name: "Amélie Garnier", email: "amelie@maison-lavande.test", profileHref: "/design" },
    signOut: (
      <form action="/design">
        <MenuButton icon="log-out">{t("signOut")}</MenuButton>
      </form>
    ),
    places: [
      {
        key: "environments",
        title: t("nav.environments"),
        places: [
          { href: "/design", label: t("nav.test"), current: true },
          { href: "/design#live", label: t("nav.live") },
        ],
      },
      {
        key: "accounts",
        title: t("nav.accounts"),
        places: [{ href: "/design#other", label: "Northwind Interiors" }],
      },
    ],
    navigation: [
      { key: "first", items: tabs },
      {
        key: "products",
        title: t("nav.products"),
        items: [
          { href: "/design#payments", label: t("nav.payments"), icon: "credit-card" as const, count: 3 },
        ],
      },
      {
        key: "end",
        place: "end" as const,
        items: [{ href: "/design#settings", label: t("nav.settings"), icon: "settings" as const }],
      },
    ],
  };
}
