import { may } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { config } from "#lib/config";
import { translator } from "#lib/i18n/translator";
import type { ProductRow } from "#lib/products/wire";
import { ActionForm } from "../../../_forms/action-form";
import { FormFileField } from "../../../_forms/fields";
import { newFormKey } from "../../../_server/form-key";
import { Button } from "../../../_ui/button";
import { Section } from "../../../_ui/section";
import { sendImage } from "./image-actions";

type ImageSectionProps = { viewer: Viewer; product: ProductRow };

/** The pictures of a product. Those of other servers are not loaded from there: their addresses are told. */
export function ImageSection({ viewer, product }: ImageSectionProps) {
  const maySend = may(viewer, "products:write") && may(viewer, "files:write");
  if (product.images.length === 0 && !maySend) return null;
  const t = translator(viewer.locale, "products");
  return (
    <Section title={t("field.images")}>
      {product.images.length > 0 && (
        <ul className="grid grid-cols-3 gap-2 pb-3">
          {product.images.map((address, index) => (
            <li key={address}>
              <Picture address={address} words={t("image", { number: index + 1, product: product.name })} />
            </li>
          ))}
        </ul>
      )}
      {maySend && (
        <ActionForm action={sendImage} formKey={newFormKey()} label={t("sendImage")}>
          <input type="hidden" name="id" value={product.id} />
          <FormFileField
            name="file"
            label={t("sendImage")}
            hint={t("sendImageHint")}
            accept="image/png,image/jpeg,image/gif"
          />
          <div>
            <Button>{t("send")}</Button>
          </div>
        </ActionForm>
      )}
    </Section>
  );
}

function Picture({ address, words }: { address: string; words: string }) {
  const own = `${config().publicUrl}/links/`;
  if (!address.startsWith(own)) {
    return (
      <a className="block break-all text-soft" href={address} rel="noreferrer noopener">
        {address.replace(/^https?:\/\//, "")}
      </a>
    );
  }
  return (
    <a href={address}>
      <img
        className="aspect-square w-full rounded border border-line object-cover"
        src={`/links/${address.slice(own.length)}`}
        alt={words}
        loading="lazy"
      />
    </a>
  );
}
