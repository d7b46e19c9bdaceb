import { notFound } from "next/navigation";
import { isDomainError } from "#lib/errors";

/** What a page is about; where the core says 404, the page says so too. */
export async function found<T>(asked: Promise<T>): Promise<T> {
  try {
    return await asked;
  } catch (error) {
    if (isDomainError(error) && error.facts.status === 404) notFound();
    throw error;
  }
}
