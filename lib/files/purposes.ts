import type { FileKind, FilePurpose } from "#db/schema/files";
import { day } from "#lib/clock";

interface Purpose {
  kinds: readonly FileKind[];
  /** Bytes at most. */
  limit: number;
  /** How long its contents are kept, milliseconds; null for ever. */
  keptFor: number | null;
  /** Whether its contents can be had back, and be linked to. */
  downloadable: boolean;
}

const kilobytes = 1024;
const megabytes = 1024 * kilobytes;
const documents = ["pdf", "jpg", "png"] as const;
const pictures = ["jpg", "png", "gif"] as const;

/*
 * What each purpose takes. Source: https://docs.stripe.com/file-upload#uploading-a-file. The limits of the last two
 * and of Android packages are not published: they are ours.
 */
const purposes: Record<FilePurpose, Purpose> = {
  account_requirement: { kinds: documents, limit: 64 * megabytes, keptFor: null, downloadable: false },
  additional_verification: { kinds: documents, limit: 16 * megabytes, keptFor: null, downloadable: false },
  business_icon: { kinds: pictures, limit: 512 * kilobytes, keptFor: null, downloadable: true },
  business_logo: { kinds: pictures, limit: 512 * kilobytes, keptFor: null, downloadable: true },
  customer_signature: {
    kinds: ["jpg", "png", "svg"],
    limit: 4 * megabytes,
    keptFor: 7 * day,
    downloadable: true,
  },
  dispute_evidence: { kinds: documents, limit: 5 * megabytes, keptFor: 270 * day, downloadable: true },
  identity_document: { kinds: documents, limit: 32 * megabytes, keptFor: null, downloadable: false },
  issuing_regulatory_reporting: {
    kinds: ["json"],
    limit: 256 * kilobytes,
    keptFor: 730 * day,
    downloadable: true,
  },
  pci_document: { kinds: ["pdf"], limit: 16 * megabytes, keptFor: null, downloadable: true },
  platform_terms_of_service: {
    kinds: ["pdf", "txt", "md"],
    limit: 64 * megabytes,
    keptFor: null,
    downloadable: false,
  },
  tax_document_user_upload: {
    kinds: ["pdf", "csv", "jpg", "png", "xlsx", "docx"],
    limit: 16 * megabytes,
    keptFor: null,
    downloadable: true,
  },
  terminal_reader_splashscreen: { kinds: pictures, limit: 2 * megabytes, keptFor: null, downloadable: true },
  terminal_android_apk: { kinds: ["apk"], limit: 200 * megabytes, keptFor: null, downloadable: true },
  terminal_wifi_certificate: {
    kinds: ["pem"],
    limit: 512 * kilobytes,
    keptFor: null,
    downloadable: false,
  },
  terminal_wifi_private_key: {
    kinds: ["pem"],
    limit: 512 * kilobytes,
    keptFor: null,
    downloadable: false,
  },
};

const largest = Math.max(...Object.values(purposes).map(({ limit }) => limit));

/** Whether a text names a purpose that files can be uploaded for. */
export function isPurpose(text: string): text is FilePurpose {
  return Object.hasOwn(purposes, text);
}

/** What a purpose takes, and what becomes of it. */
export function factsOf(purpose: FilePurpose): Purpose {
  return purposes[purpose];
}

/** How many bytes a file may have; while it is not known what it is for, as many as any. */
export function limitOf(purpose: unknown): number {
  return typeof purpose === "string" && isPurpose(purpose) ? purposes[purpose].limit : largest;
}

/** What a file of each kind is sent as. */
export const mimeTypes: Record<FileKind, string> = {
  apk: "application/vnd.android.package-archive",
  csv: "text/csv",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  gif: "image/gif",
  jpg: "image/jpeg",
  json: "application/json",
  md: "text/markdown",
  pdf: "application/pdf",
  pem: "application/x-pem-file",
  png: "image/png",
  svg: "image/svg+xml",
  txt: "text/plain",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};
