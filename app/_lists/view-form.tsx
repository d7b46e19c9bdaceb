"use client";

import { ActionForm } from "../_forms/action-form";
import { FormTextField } from "../_forms/fields";
import { Button } from "../_ui/button";
import { CheckboxField } from "../_ui/choice-field";
import { FormActions } from "../_ui/form";
import { changeListView, saveListView } from "./view-actions";

type ViewFormProps = {
  formKey: string;
  list: string;
  /** What is asked of the list now, in the words of its address. */
  asked: string;
  /** The view that is changed; null: a new one. */
  view: { id: string; name: string; isShared: boolean } | null;
  mayShare: boolean;
  words: { title: string; name: string; share: string; shareHint: string; save: string; delete: string };
};

/** Names a view, shares it, keeps what is asked of the list now, or takes the view away. */
export function ViewForm({ formKey, list, asked, view, mayShare, words }: ViewFormProps) {
  return (
    <ActionForm action={view ? changeListView : saveListView} formKey={formKey} label={words.title}>
      <input type="hidden" name="list" value={list} />
      <input type="hidden" name="words" value={asked} />
      {view && <input type="hidden" name="view" value={view.id} />}
      <FormTextField
        name="name"
        label={words.name}
        attributes={{ defaultValue: view?.name, maxLength: 60, autoComplete: "off" }}
      />
      {mayShare && (
        <CheckboxField
          name="shared"
          label={words.share}
          hint={words.shareHint}
          defaultChecked={view?.isShared ?? false}
        />
      )}
      <FormActions>
        <Button tone="primary">{words.save}</Button>
        {view && (
          <Button tone="quiet" name="act" value="delete">
            {words.delete}
          </Button>
        )}
      </FormActions>
    </ActionForm>
  );
}
