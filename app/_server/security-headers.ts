import { isSecure } from "./session-cookie";

/**
 * What a page may load and who may frame it: scripts only with this answer's nonce. `authentication` pages end
 * with a redirect to wherever the merchant's customer came from, which `form-action` would forbid.
 */
export function contentSecurityPolicy(nonce: string, page: "own" | "authentication"): string {
  const development = process.env.NODE_ENV === "development";
  const directives = [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ""}`,
    `style-src 'self' ${development ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ];
  if (page === "own") directives.push("form-action 'self'");
  return directives.join("; ");
}

/** The headers of every answer the pages give. */
export function securityHeaders(): Record<string, string> {
  const always = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
  };
  return isSecure() ? { ...always, "Strict-Transport-Security": "max-age=31536000" } : always;
}
