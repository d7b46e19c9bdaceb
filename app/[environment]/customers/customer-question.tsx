import type { ReactNode } from "react";
import type { Viewer } from "#lib/auth/viewer";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { FreshOnReturn } from "../../_forms/fresh-on-return";
import { DialogPage } from "../../_ui/dialog-page";

type CustomerQuestionProps = { viewer: Viewer; id: string; title: string; children: ReactNode };

/** A page that asks one thing about a customer, and closes to them. */
export function CustomerQuestion({ viewer, id, title, children }: CustomerQuestionProps) {
  const close = {
    href: paths.customer(viewer, id),
    label: translator(viewer.locale, "customers")("back"),
  };
  return (
    <DialogPage title={title} close={close}>
      <FreshOnReturn />
      {children}
    </DialogPage>
  );
}
