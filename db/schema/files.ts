import { environments } from "./accounts.ts";
import {
  choice,
  environmentId,
  foreignKey,
  id,
  index,
  integer,
  json,
  primaryKey,
  table,
  text,
  timestamp,
  uniqueIndex,
} from "./columns.ts";
import type { Metadata } from "./customers.ts";

export const filePurposes = [
  "account_requirement",
  "additional_verification",
  "business_icon",
  "business_logo",
  "customer_signature",
  "dispute_evidence",
  "identity_document",
  "issuing_regulatory_reporting",
  "pci_document",
  "platform_terms_of_service",
  "tax_document_user_upload",
  "terminal_android_apk",
  "terminal_reader_splashscreen",
  "terminal_wifi_certificate",
  "terminal_wifi_private_key",
] as const;

/** What a file was uploaded for. */
export type FilePurpose = (typeof filePurposes)[number];

/** What a file was found to be, by its contents. */
export type FileKind =
  "apk" | "csv" | "docx" | "gif" | "jpg" | "json" | "md" | "pdf" | "pem" | "png" | "svg" | "txt" | "xlsx";

export const files = table(
  "files",
  {
    environmentId: environmentId().references(() => environments.id),
    id: id(),
    createdAt: timestamp().notNull(),
    purpose: choice<FilePurpose>().notNull(),
    kind: choice<FileKind>().notNull(),
    filename: text().notNull(),
    /** Bytes. */
    size: integer().notNull(),
    /** The name of its contents in the folder of files. */
    storedAs: text().notNull(),
    /** After this its contents are gone. */
    expiresAt: timestamp(),
  },
  (t) => [
    primaryKey({ columns: [t.environmentId, t.id] }),
    index("files_created").on(t.environmentId, t.createdAt, t.id),
    index("files_purpose").on(t.environmentId, t.purpose, t.createdAt, t.id),
    uniqueIndex("files_stored_as").on(t.environmentId, t.storedAs),
  ],
);

export const fileLinks = table(
  "file_links",
  {
    environmentId: environmentId(),
    id: id(),
    createdAt: timestamp().notNull(),
    fileId: text().notNull(),
    /** The end of its address. */
    token: text().notNull(),
    expiresAt: timestamp(),
    metadata: json<Metadata>().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.environmentId, t.id] }),
    foreignKey({ columns: [t.environmentId, t.fileId], foreignColumns: [files.environmentId, files.id] }),
    index("file_links_created").on(t.environmentId, t.createdAt, t.id),
    index("file_links_file").on(t.environmentId, t.fileId, t.createdAt, t.id),
    uniqueIndex("file_links_token").on(t.environmentId, t.token),
  ],
);
