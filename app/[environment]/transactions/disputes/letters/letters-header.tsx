import type { ReactNode } from "react";
import type { Viewer } from "#lib/auth/viewer";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { PageHeader } from "../../../../_ui/page-header";

/** The title of the page of the templates, under the disputes they are for. */
export function LettersHeader({
  viewer,
  title,
  actions,
}: {
  viewer: Viewer;
  title: string;
  actions?: ReactNode;
}) {
  return (
    <PageHeader
      title={title}
      actions={actions}
      breadcrumb={{
        label: translator(viewer.locale, "common")("breadcrumb"),
        crumbs: [{ label: translator(viewer.locale, "disputes")("title"), href: paths.disputes(viewer) }],
      }}
    />
  );
}
