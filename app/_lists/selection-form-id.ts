/** The checkboxes of a list's rows belong to this form, wherever they stand. */
export const selectionFormId = "selection";
