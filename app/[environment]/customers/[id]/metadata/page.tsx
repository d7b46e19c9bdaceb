import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { MetadataForm } from "../../../../_metadata/metadata-form";
import { pageFormKey } from "../../../../_server/page-form-key";
import { pageTitle } from "../../../../_server/page-title";
import { saveMetadata } from "../../actions";
import { customerOf, type CustomerPageProps } from "../../customer-page";
import { CustomerQuestion } from "../../customer-question";

export const generateMetadata = pageTitle((locale) => translator(locale, "customers")("metadataTitle"));

/** A business's own facts about a customer, to be changed. */
export default async function CustomerMetadataPage(props: CustomerPageProps) {
  const { viewer, customer } = await customerOf(props);
  const href = paths.customer(viewer, customer.id);
  const formKey = await pageFormKey(viewer, {
    asked: (await props.searchParams).key,
    here: paths.customerMetadata(viewer, customer.id),
    after: href,
  });
  return (
    <CustomerQuestion
      viewer={viewer}
      id={customer.id}
      title={translator(viewer.locale, "customers")("metadataTitle")}
    >
      <p>{translator(viewer.locale, "payment")("metadata.explained")}</p>
      <MetadataForm viewer={viewer} subject={{ ...customer, href }} action={saveMetadata} formKey={formKey} />
    </CustomerQuestion>
  );
}
