import type { ReactNode } from "react";
import { may } from "#lib/auth/permissions";
import { appSince, secondFactorSince } from "#lib/auth/second-factor";
import type { Viewer } from "#lib/auth/viewer";
import { translator } from "#lib/i18n/translator";
import { listTeam, type TeamMember } from "#lib/people/members";
import { paths } from "#lib/paths";
import { openOffer, type OwnerOffer } from "#lib/team/transfer-ownership";
import { ActionForm } from "../../../../_forms/action-form";
import { FormSelectField, FormTextField } from "../../../../_forms/fields";
import { newFormKey } from "../../../../_server/form-key";
import { pageTitle } from "../../../../_server/page-title";
import { type EnvironmentPageProps, pageViewer } from "../../../../_server/page-viewer";
import { requireProof } from "../../../../_server/require-proof";
import { requireSignedIn } from "../../../../_server/signed-in";
import { Button } from "../../../../_ui/button";
import { DialogPage } from "../../../../_ui/dialog-page";
import { Notice } from "../../../../_ui/notice";
import { accept, offer, withdraw } from "./actions";

export const generateMetadata = pageTitle((locale) => translator(locale, "team")("owner.title"));

/** Who owns the account, and handing it over: offered by the owner, accepted by the other. */
export default async function OwnerPage({ params }: EnvironmentPageProps) {
  const viewer = await pageViewer((await params).environment);
  const { person } = await requireSignedIn();
  const team = await listTeam(viewer);
  const open = await openOffer(viewer);
  const hasSecondStep = (await secondFactorSince(person.id)) !== null;
  const hasApp = (await appSince(person.id)) !== null;
  const isOwner = may(viewer, "ownership:transfer");
  const concerned = isOwner || open?.toPersonId === person.id;
  // Who has an app gives a code of it; who has passkeys alone uses one.
  if (concerned && hasSecondStep && !hasApp) requireProof(viewer, paths.owner(viewer));
  const t = translator(viewer.locale, "team");
  return (
    <DialogPage title={t("owner.title")} close={{ href: paths.team(viewer), label: t("backToTeam") }}>
      <p>{t("owner.is", { name: team.find(({ owner }) => owner)?.name ?? "" })}</p>
      <p className="text-soft">{t("owner.text")}</p>
      {concerned && !hasSecondStep && (
        <Notice tone="wait" title={t("owner.needsTwoStep")}>
          <a href={paths.twoStep(viewer)}>{translator(viewer.locale, "guide")("step.second_step.action")}</a>
        </Notice>
      )}
      {isOwner && open && <Offered viewer={viewer} team={team} open={open} />}
      {isOwner && !open && hasSecondStep && (
        <OfferForm viewer={viewer} team={team} code={hasApp && <Code viewer={viewer} />} />
      )}
      {open?.toPersonId === person.id && hasSecondStep && (
        <AcceptForm viewer={viewer} code={hasApp && <Code viewer={viewer} />} />
      )}
    </DialogPage>
  );
}

type FormProps = { viewer: Viewer; code: ReactNode };

function OfferForm({ viewer, team, code }: FormProps & { team: TeamMember[] }) {
  const t = translator(viewer.locale, "team");
  const others = team.filter(({ owner }) => !owner);
  return (
    <ActionForm
      action={offer}
      formKey={newFormKey()}
      labels={{ personId: t("owner.next"), code: t("owner.code") }}
    >
      <FormSelectField
        name="personId"
        label={t("owner.next")}
        placeholder=""
        required
        options={others.map(({ personId, name, email }) => ({
          value: personId,
          label: `${name} (${email})`,
        }))}
      />
      {code}
      <div>
        <Button tone="danger">{t("owner.offer")}</Button>
      </div>
    </ActionForm>
  );
}

function Offered({ viewer, team, open }: { viewer: Viewer; team: TeamMember[]; open: OwnerOffer }) {
  const t = translator(viewer.locale, "team");
  const name = team.find(({ personId }) => personId === open.toPersonId)?.name ?? "";
  return (
    <ActionForm action={withdraw} formKey={newFormKey()}>
      <p>{t("owner.waits", { name })}</p>
      <div>
        <Button>{t("owner.withdraw")}</Button>
      </div>
    </ActionForm>
  );
}

function AcceptForm({ viewer, code }: FormProps) {
  const t = translator(viewer.locale, "team");
  return (
    <ActionForm action={accept} formKey={newFormKey()} labels={{ code: t("owner.code") }}>
      <p>{t("owner.offeredToYou")}</p>
      {code}
      <div>
        <Button tone="primary">{t("owner.accept")}</Button>
      </div>
    </ActionForm>
  );
}

function Code({ viewer }: { viewer: Viewer }) {
  const label = translator(viewer.locale, "team")("owner.code");
  return (
    <FormTextField
      name="code"
      label={label}
      attributes={{ required: true, autoComplete: "one-time-code", maxLength: 40 }}
    />
  );
}
