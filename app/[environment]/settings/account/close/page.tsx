import { may } from "#lib/auth/permissions";
import { datasetNames, datasets } from "#lib/exports/datasets/all";
import { translator } from "#lib/i18n/translator";
import { paths } from "#lib/paths";
import { ActionForm } from "../../../../_forms/action-form";
import { FormTextField } from "../../../../_forms/fields";
import { FormEnd } from "../../../../_forms/form-end";
import { newFormKey } from "../../../../_server/form-key";
import { pageTitle } from "../../../../_server/page-title";
import { type EnvironmentPageProps, pageViewer } from "../../../../_server/page-viewer";
import { requireProof } from "../../../../_server/require-proof";
import { DialogPage } from "../../../../_ui/dialog-page";
import { Section } from "../../../../_ui/section";
import { datasetWords } from "../../../exports/words";
import { close } from "./actions";

export const generateMetadata = pageTitle((locale) => translator(locale, "accounts")("close"));

const meanings = ["entry", "programs", "money", "customers", "data"] as const;

/** What closing the account means, what to take along first, and then doing it. */
export default async function CloseAccountPage({ params }: EnvironmentPageProps) {
  const viewer = await pageViewer((await params).environment);
  requireProof(viewer, paths.closeAccount(viewer));
  const { accountName: account } = viewer.environment;
  const t = translator(viewer.locale, "accounts");
  const exported = [
    { href: paths.exportTeam(viewer), label: t("export.team") },
    { href: paths.exportSecurityHistory(viewer), label: t("export.history") },
    ...datasetNames
      .filter((name) => may(viewer, datasets[name].permission))
      .map((name) => ({ href: paths.newExport(viewer, name), label: datasetWords(viewer, name) })),
  ];
  return (
    <DialogPage
      title={t("closeTitle", { account })}
      close={{ href: paths.accountSettings(viewer), label: translator(viewer.locale, "common")("cancel") }}
    >
      <ul className="grid list-disc gap-2 pl-5">
        {meanings.map((meaning) => (
          <li key={meaning}>{t(`means.${meaning}`)}</li>
        ))}
      </ul>
      <Section title={t("exportFirst")}>
        <ul>
          {exported.map(({ href, label }) => (
            <li key={href}>
              <a href={href}>{label}</a>
            </li>
          ))}
        </ul>
      </Section>
      <ActionForm action={close} formKey={newFormKey()} labels={{ name: t("typeName") }}>
        <FormTextField
          name="name"
          label={t("typeName")}
          hint={account}
          attributes={{ required: true, maxLength: 100, autoComplete: "off" }}
        />
        <FormEnd
          locale={viewer.locale}
          submit={t("closeSubmit")}
          back={paths.accountSettings(viewer)}
          tone="danger"
        />
      </ActionForm>
    </DialogPage>
  );
}
