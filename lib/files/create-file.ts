import type { FileKind, FilePurpose } from "#db/schema/files";
import { insert } from "#db/rows";
import { files } from "#db/schema/index";
import { transaction } from "#db/transaction";
import { authorize } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { forbidden, invalid } from "#lib/errors";
import { record } from "#lib/events/record";
import { type FileLinkInput, insertFileLink } from "#lib/file-links/insert-file-link";
import { newId } from "#lib/ids";
import { factsOf, mimeTypes } from "./purposes.ts";
import type { Upload } from "./upload.ts";
import { type FileRow, toFile } from "./wire.ts";

interface NewFile {
  upload: Upload;
  purpose: FilePurpose;
  /** A link to make with it. */
  link?: FileLinkInput | undefined;
}

/** Keeps an uploaded file for a purpose, if it is of a kind that the purpose takes. */
export async function createFile(viewer: Viewer, { upload, purpose, link }: NewFile): Promise<FileRow> {
  authorize(viewer, "files:write");
  if (link && viewer.publishable) throw forbidden("files:write");
  const kind = acceptedKind(upload, purpose);
  return transaction(viewer, async (tx) => {
    const { keptFor } = factsOf(purpose);
    const row = await insert(tx, files, {
      id: newId("file", tx.now),
      createdAt: tx.now,
      purpose,
      kind,
      filename: upload.filename,
      size: upload.size,
      storedAs: upload.storedAs,
      expiresAt: keptFor === null ? null : tx.now + keptFor,
    });
    tx.afterCommit(() => upload.keep());
    const links = link ? [await insertFileLink(tx, row, link, "file_link_data[expires_at]")] : [];
    await record(tx, "file.created", toFile(row, { rows: links, hasMore: false }, viewer));
    return row;
  });
}

function acceptedKind({ kind, size }: Upload, purpose: FilePurpose): FileKind {
  if (size === 0) throw invalid("The file is empty. Upload a file that has contents.", { param: "file" });
  const { kinds } = factsOf(purpose);
  if (kind !== null && kinds.includes(kind)) return kind;
  const accepted = kinds.map((one) => mimeTypes[one]).join(", ");
  throw invalid(
    `We don't currently support that file type. Try uploading a file with one of the following mimetypes: ${accepted}.`,
    { param: "file" },
  );
}
