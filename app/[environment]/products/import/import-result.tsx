"use client";

import { useShown } from "../../../_forms/action-form";
import { Button } from "../../../_ui/button";
import { FormActions } from "../../../_ui/form";
import { Notice } from "../../../_ui/notice";

type ImportResultProps = { words: { check: string; takeIn: string; refused: string } };

/** What came of the file, and the buttons: what was checked can be taken in without choosing it again. */
export function ImportResult({ words }: ImportResultProps) {
  const shown = useShown();
  const isChecked = Boolean(shown?.text);
  return (
    <>
      {shown?.summary && <Notice tone={isChecked ? "plain" : "good"} title={shown.summary} />}
      {shown?.refused && (
        <Notice tone="hurt" title={words.refused}>
          <ul>
            {shown.refused.split("\n").map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </Notice>
      )}
      <textarea className="hidden" name="text" readOnly value={shown?.text ?? ""} />
      <FormActions>
        {isChecked && (
          <Button tone="primary" name="act" value="import">
            {words.takeIn}
          </Button>
        )}
        <Button tone={isChecked ? "secondary" : "primary"} name="act" value="check">
          {words.check}
        </Button>
      </FormActions>
    </>
  );
}
