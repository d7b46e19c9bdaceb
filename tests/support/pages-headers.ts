import type { APIResponse } from "@playwright/test";

const expected: [name: string, value: RegExp][] = [
  ["x-content-type-options", /^nosniff$/],
  ["x-frame-options", /^DENY$/],
  ["referrer-policy", /^strict-origin-when-cross-origin$/],
  ["cross-origin-opener-policy", /^same-origin$/],
  ["permissions-policy", /camera=\(\)/],
  ["content-security-policy", /default-src 'self'/],
  ["content-security-policy", /script-src 'self' 'nonce-[\w+/=]{20,}' 'strict-dynamic';/],
  ["content-security-policy", /object-src 'none'/],
  ["content-security-policy", /base-uri 'none'/],
  ["content-security-policy", /frame-ancestors 'none'/],
  ["content-security-policy", /form-action 'self'/],
];

/** What a page's answer lacks that a scanner looks for; `audience`: whether it is for one person alone. */
export function headerDefects(answer: APIResponse, html: string, audience: "one" | "all"): string[] {
  const headers = answer.headers();
  const defects = expected
    .filter(([name, value]) => !value.test(headers[name] ?? ""))
    .map(([name, value]) => `${name} is "${headers[name] ?? ""}", not ${value}`);
  const caching = headers["cache-control"] ?? "";
  if (audience === "one" && !/private.*no-store/.test(caching)) defects.push(`may be kept: "${caching}"`);
  if (headers["x-powered-by"] || headers["server"]) defects.push("names its software");
  return [...defects, ...foreignScripts(html, headers["content-security-policy"] ?? "")];
}

/** Scripts that the page's own policy would stop: it must not hold any. */
function foreignScripts(html: string, policy: string): string[] {
  const [, nonce = ""] = /'nonce-([^']+)'/.exec(policy) ?? [];
  const tags = [...html.matchAll(/<script\b[^>]*>/g)].map(([tag]) => tag);
  const handler = /<[a-z](?:[^>"]|"[^"]*")*?\son[a-z]+=/i.exec(html);
  return [
    ...tags.filter((tag) => !tag.includes(`nonce="${nonce}"`)).map((tag) => `no nonce: ${tag}`),
    ...(handler ? [`acts by itself: ${handler[0]}`] : []),
  ];
}
