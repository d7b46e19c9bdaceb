import type { ReactNode } from "react";
import type { Viewer } from "#lib/auth/viewer";
import { translator } from "#lib/i18n/translator";
import { PageHeader } from "../../_ui/page-header";

type SettingsHeaderProps = {
  viewer: Viewer;
  title: string;
  /** The overview it belongs to. */
  href: string;
  actions?: ReactNode;
};

/** The first line of a settings page, with the way back to all of them. */
export function SettingsHeader({ viewer, title, href, actions }: SettingsHeaderProps) {
  const breadcrumb = {
    label: translator(viewer.locale, "common")("breadcrumb"),
    crumbs: [{ label: translator(viewer.locale, "settings")("title"), href }],
  };
  return <PageHeader title={title} breadcrumb={breadcrumb} actions={actions} />;
}
