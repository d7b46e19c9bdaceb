import type { CustomerRow } from "./wire.ts";

type Named = Pick<CustomerRow, "id" | "name" | "individualName" | "businessName" | "email">;

/** What a customer is called: by name, else by email, else by id. */
export function nameOf({ name, individualName, businessName, email, id }: Named): string {
  return name ?? individualName ?? businessName ?? email ?? id;
}
