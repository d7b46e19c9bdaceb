"use client";

import { useEffect } from "react";

/** Has the file come without a click: once, so that neither reloading nor going back fetches it again. */
export function BeginDownload({ file, page }: { file: string; page: string }) {
  useEffect(() => {
    if (window.location.search === "") return;
    window.history.replaceState(null, "", page);
    window.location.assign(file);
  }, [file, page]);
  return (
    <noscript>
      <meta httpEquiv="refresh" content={`0; url=${file}`} />
    </noscript>
  );
}
