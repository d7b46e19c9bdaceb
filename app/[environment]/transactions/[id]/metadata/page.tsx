import { may } from "#lib/auth/permissions";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { getPayment } from "#lib/payments/queries";
import { MetadataForm } from "../../../../_metadata/metadata-form";
import { found } from "../../../../_server/found";
import { pageFormKey } from "../../../../_server/page-form-key";
import { pageTitle } from "../../../../_server/page-title";
import { pageViewer } from "../../../../_server/page-viewer";
import { ForbiddenHere } from "../forbidden-here";
import { QuestionPage } from "../question-page";
import { saveMetadata } from "./actions";

type MetadataPageProps = {
  params: Promise<{ environment: string; id: string }>;
  searchParams: Promise<{ key?: string | string[] }>;
};

export const generateMetadata = pageTitle((locale) => translator(locale, "payment")("metadata.pageTitle"));

/** A business's own facts about a payment, to be changed. */
export default async function MetadataPage({ params, searchParams }: MetadataPageProps) {
  const { environment, id } = await params;
  const viewer = await pageViewer(environment);
  if (!may(viewer, "payments:write")) return <ForbiddenHere viewer={viewer} id={id} />;
  const payment = await found(getPayment(viewer, id));
  const formKey = await pageFormKey(viewer, {
    asked: (await searchParams).key,
    here: paths.paymentMetadata(viewer, id),
    after: paths.payment(viewer, id),
  });
  const t = translator(viewer.locale, "payment");
  return (
    <QuestionPage viewer={viewer} id={id} title={t("metadata.pageTitle")}>
      <p>{t("metadata.explained")}</p>
      <MetadataForm
        viewer={viewer}
        subject={{ ...payment, href: paths.payment(viewer, id) }}
        action={saveMetadata}
        formKey={formKey}
      />
    </QuestionPage>
  );
}
