/** The file that a small form was sent with, taken out of it: its name is left in its place. Null for none. */
export function takeSentFile(data: FormData, field: string): File | null {
  const sent = data.get(field);
  const file = sent instanceof File && sent.size > 0 ? sent : null;
  data.set(field, file?.name ?? "");
  return file;
}
