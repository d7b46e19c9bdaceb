import type { ReactNode } from "react";
import type { Viewer } from "#lib/auth/viewer";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { FreshOnReturn } from "../../../_forms/fresh-on-return";
import { DialogPage } from "../../../_ui/dialog-page";

type QuestionPageProps = { viewer: Viewer; id: string; title: string; children: ReactNode };

/** A page that asks one thing about a payment, and closes to it. */
export function QuestionPage({ viewer, id, title, children }: QuestionPageProps) {
  const close = { href: paths.payment(viewer, id), label: translator(viewer.locale, "payment")("back") };
  return (
    <DialogPage title={title} close={close}>
      <FreshOnReturn />
      {children}
    </DialogPage>
  );
}
