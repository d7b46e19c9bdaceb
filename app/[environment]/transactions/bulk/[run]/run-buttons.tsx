import type { Viewer } from "#lib/auth/viewer";
import { may } from "#lib/auth/permissions";
import { type ActName, permissionFor } from "#lib/bulk/acts";
import { type BulkRun, type RunCommand, takes } from "#lib/bulk/run";
import { translator } from "#lib/i18n/translator";
import { ActionForm } from "../../../../_forms/action-form";
import { newFormKey } from "../../../../_server/form-key";
import { Button } from "../../../../_ui/button";
import { FormActions } from "../../../../_ui/form";
import { changeRun } from "./actions";

const commands = ["start", "resume", "pause", "cancel"] as const;

/** What can be done to a run now. `start`: the words of the button that confirms it, with its money. */
export function RunButtons({ viewer, run, start }: { viewer: Viewer; run: BulkRun; start: string }) {
  const t = translator(viewer.locale, "bulk");
  const isEmpty = run.total === run.leftOut;
  const offered = commands.filter((command) => takes(run, command) && !(command === "start" && isEmpty));
  if (offered.length === 0 || !may(viewer, permissionFor[run.act.act])) return null;
  return (
    <ActionForm action={changeRun} formKey={newFormKey()} label={t("change")}>
      <input type="hidden" name="run" value={run.id} />
      <FormActions>
        {offered.map((command) => (
          <Button key={command} name="command" value={command} tone={toneOf(run, command)}>
            {command === "start" ? start : t(`command.${command}`)}
          </Button>
        ))}
      </FormActions>
    </ActionForm>
  );
}

/** What cannot be undone is red, as where it is done to one. */
const hurting: ReadonlySet<ActName> = new Set(["accept_dispute", "delete_customer"]);

function toneOf({ act: { act } }: BulkRun, command: RunCommand) {
  if (command === "start") return hurting.has(act) ? "danger" : "primary";
  return command === "resume" ? "primary" : "secondary";
}
