"use client";

import { ActionForm } from "../_forms/action-form";
import { Button } from "../_ui/button";
import { FormActions } from "../_ui/form";
import { chooseListColumns } from "./column-actions";

type ColumnsFormProps = {
  list: string;
  formKey: string;
  /** The shown ones first, in their order. */
  columns: { key: string; label: string; isShown: boolean }[];
  /** `#` stands for the column's name. */
  words: { title: string; up: string; down: string; apply: string; reset: string };
};

/** Which columns a list has, and in which order: a check shows one, arrows move it. */
export function ColumnsForm({ list, formKey, columns, words }: ColumnsFormProps) {
  const last = columns.filter(({ isShown }) => isShown).length - 1;
  return (
    <ActionForm action={chooseListColumns} formKey={formKey} label={words.title}>
      <input type="hidden" name="list" value={list} />
      <ul className="ui-column-choices">
        {columns.map(({ key, label, isShown }, place) => (
          <li key={`${key} ${place} ${isShown}`}>
            <input type="hidden" name="order" value={key} />
            <label>
              <input type="checkbox" name="shown" value={key} defaultChecked={isShown} /> {label}
            </label>
            {isShown && place > 0 && <Move act="up" column={key} label={words.up.replace("#", label)} />}
            {isShown && place < last && (
              <Move act="down" column={key} label={words.down.replace("#", label)} />
            )}
          </li>
        ))}
      </ul>
      <FormActions>
        <Button tone="primary">{words.apply}</Button>
        <Button tone="quiet" name="act" value="reset">
          {words.reset}
        </Button>
      </FormActions>
    </ActionForm>
  );
}

function Move({ act, column, label }: { act: "up" | "down"; column: string; label: string }) {
  return (
    <button
      className="ui-column-move"
      name="act"
      value={`${act}:${column}`}
      data-to={act}
      aria-label={label}
      title={label}
    >
      {act === "up" ? "↑" : "↓"}
    </button>
  );
}
