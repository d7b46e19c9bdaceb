import type { FileKind } from "#db/schema/files";
import { discard, type Stored } from "./storage.ts";

/** A file that came in with a request, on disk. Whoever wants it says so; else it goes when the request is over. */
export interface Upload extends Stored {
  /** Without any folder. */
  filename: string;
  /** What its contents are; null for what none of our kinds is. */
  kind: FileKind | null;
  keep(): void;
  /** Takes the file away unless somebody kept it. */
  settle(): Promise<void>;
}

/** Stored contents as an upload of this environment. */
export function toUpload(environmentId: number, stored: Stored & Pick<Upload, "filename" | "kind">): Upload {
  let kept = false;
  return {
    ...stored,
    keep: () => void (kept = true),
    settle: async () => {
      if (!kept) await discard(environmentId, stored.storedAs);
    },
  };
}

/** The name alone, whatever folders were said to be before it, and without what no file name should hold. */
export function bareName(filename: string): string {
  const name = (filename.split(/[/\\]/).at(-1) ?? "").replaceAll(unwanted, "").replace(/^\.+/, "").trim();
  return name.slice(-255) || "file";
}

/** Control characters, those that no file system takes, and those that turn the writing around. */
const unwanted = /[\p{Cc}<>:"|?*\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;
