"use server";

import { importCatalogue } from "#lib/catalogue/import-catalogue";
import { invalid } from "#lib/errors";
import type { FormState } from "../../../_forms/form-state";
import { operationFormAction } from "../../../_server/form-action";
import { takeSentFile } from "../../../_server/sent-file";
import { importForm } from "./forms";
import { refusedInWords, summaryInWords } from "./import-words";

/** Checks a file, or takes it in; says what came of it, and keeps what was checked in the form. */
export async function sendCatalogue(state: FormState, data: FormData): Promise<FormState> {
  const file = takeSentFile(data, "file");
  const action = operationFormAction(
    importForm,
    async (viewer, { text: before, act }) => {
      const text = file ? decoded(await file.arrayBuffer()) : before;
      if (text === "") throw invalid("There is no file.", { code: "required", param: "file" });
      const report = await importCatalogue(viewer, text, act);
      return {
        summary: summaryInWords(viewer.locale, report, act),
        refused: refusedInWords(viewer.locale, report),
        text: act === "check" ? text : "",
      };
    },
    { shown: (told) => told },
  );
  return action(state, data);
}

/** Spreadsheets write either. */
function decoded(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}
