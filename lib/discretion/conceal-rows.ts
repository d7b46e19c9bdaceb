import type { Conceal } from "#db/engine/concealing";
import { reader } from "#db/transaction";
import { concealValue, isWritten, namesInRow } from "./conceal.ts";
import { idsIn, namesOfEach } from "./names-of.ts";

/**
 * What a viewer who is to be discreet reads in the place of rows. What somebody wrote there names no customer that the
 * row is about, whether the row says the name itself or only leads to who it is.
 */
export const concealRows: Conceal = async (rows, environmentId) => {
  const subjects = rows.map((row) => (row.some(isWritten) ? row.flatMap(({ value }) => idsIn(value)) : []));
  const told = await namesOfEach(await reader({ environmentId, now: Date.now }), subjects);
  return rows.map((row, at) => {
    const names = [...namesInRow(row), ...(told[at] ?? [])];
    return row.map((cell) => concealValue(cell, row, names));
  });
};
