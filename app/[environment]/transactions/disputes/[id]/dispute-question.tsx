import type { ReactNode } from "react";
import type { Viewer } from "#lib/auth/viewer";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { FreshOnReturn } from "../../../../_forms/fresh-on-return";
import { DialogPage } from "../../../../_ui/dialog-page";

type DisputeQuestionProps = { viewer: Viewer; id: string; title: string; children: ReactNode };

/** A page that asks one thing about a dispute, and closes to it. */
export function DisputeQuestion({ viewer, id, title, children }: DisputeQuestionProps) {
  const close = { href: paths.dispute(viewer, id), label: translator(viewer.locale, "disputes")("back") };
  return (
    <DialogPage title={title} close={close}>
      <FreshOnReturn />
      {children}
    </DialogPage>
  );
}
