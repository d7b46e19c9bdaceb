import { isDomainError } from "#lib/errors";

/** A file, or in its place what the core says why there is none. */
export async function refusedFile(make: () => Promise<Response>): Promise<Response> {
  try {
    return await make();
  } catch (error) {
    if (!isDomainError(error)) throw error;
    return new Response(`${error.message}\n`, { status: error.facts.status });
  }
}
