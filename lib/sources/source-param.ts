import { z } from "zod";
import { hash, objectId } from "#lib/api/params";
import { bankAccountInput, bankAccountShape, cardInput, cardShape } from "#lib/tokens/params";
import type { SourceInput } from "./prepare-source.ts";

const typed = z.discriminatedUnion("object", [
  hash({ object: z.literal("card"), ...cardShape() }),
  hash({ object: z.literal("bank_account"), ...bankAccountShape() }),
]);

/** A source as the API takes it: the id of a token or source, or a card or bank account as it is typed. */
export const sourceParam = () => z.union([objectId(), typed]);

export function toSourceInput(given: z.output<ReturnType<typeof sourceParam>>): SourceInput {
  if (typeof given === "string") return { id: given };
  return { typed: given.object === "card" ? cardInput(given) : bankAccountInput(given) };
}
