import type { ReactNode } from "react";
import { may } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { type ActName, permissionFor } from "#lib/bulk/acts";
import { isDomainError } from "#lib/errors";
import { translator } from "#lib/i18n/translator";
import { findSelected } from "#lib/lists/selections/find-selected";
import type { Selection } from "#lib/lists/selections/selection";
import { paths } from "#lib/paths";
import { actPath, runActs } from "../../../_lists/bulk-acts";
import { ButtonLink } from "../../../_ui/button";
import { DialogPage } from "../../../_ui/dialog-page";
import { EmptyState } from "../../../_ui/empty-state";
import { Tabs } from "../../../_ui/tabs";
import ForbiddenPage from "../../forbidden/page";

type NewRunPageProps = {
  viewer: Viewer;
  /** Whose rows were selected. */
  list: "payments" | "customers" | "disputes";
  act: ActName;
  selection: string;
  children: ReactNode;
};

const listPaths = {
  payments: paths.transactions,
  customers: paths.customers,
  disputes: paths.disputes,
} satisfies Record<NewRunPageProps["list"], (viewer: Viewer) => string>;

/** Asks how something is to be done to the rows that were selected. */
export async function NewRunPage({ viewer, list, act, selection: id, children }: NewRunPageProps) {
  const { locale, environment } = viewer;
  if (!may(viewer, permissionFor[act])) {
    return <ForbiddenPage params={Promise.resolve({ environment: environment.slug })} />;
  }
  const t = translator(locale, "bulk");
  const back = listPaths[list](viewer);
  const selection = await selected(viewer, id);
  const tabs = runActs(viewer, list).map(({ name, label }) => ({
    href: actPath(viewer, name, { id, list }) ?? "",
    label,
    current: name === act,
  }));
  return (
    <DialogPage title={t(`act.${act}`)} close={{ href: back, label: translator(locale, "common")("cancel") }}>
      {selection ? (
        <>
          {tabs.length > 1 && <Tabs label={t("acts")} tabs={tabs} small />}
          <p>
            {selection.ids === null ? t("allMatching") : t(`chosen.${list}`, { count: selection.ids.length })}
          </p>
          {children}
          <p className="text-soft">{t(`nothingYet.${list}`)}</p>
        </>
      ) : (
        <EmptyState
          title={t("nothingSelected")}
          action={<ButtonLink href={back}>{t(`back.${list}`)}</ButtonLink>}
        >
          {t("none")}
        </EmptyState>
      )}
    </DialogPage>
  );
}

/** What the address names; null for what is not there, or not this person's. */
async function selected(viewer: Viewer, id: string): Promise<Selection | null> {
  try {
    return await findSelected(viewer, id);
  } catch (error) {
    if (isDomainError(error) && error.facts.status === 404) return null;
    throw error;
  }
}
