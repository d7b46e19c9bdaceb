/** Leads a browser on to a path of ours once its form was taken. */
export function seeOther(path: string): Response {
  return new Response(null, { status: 303, headers: { Location: path } });
}
