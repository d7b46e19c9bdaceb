import { auditChains, verifyAuditChain } from "#lib/audit/verify-audit-chain";
import type { Findings, Problem } from "./problem.ts";

/** Every chain of audit lines, hash by hash. */
export async function verifyAudit(): Promise<Findings> {
  const problems: Problem[] = [];
  let lines = 0;
  for (const chain of await auditChains()) {
    const verdict = await verifyAuditChain(chain);
    lines += verdict.lines;
    if (verdict.brokenAt === null) continue;
    const message = `line ${verdict.brokenAt} was changed, removed or put in`;
    problems.push({ check: "audit chain", environmentId: null, subject: chain, message });
  }
  return { problems, checked: { audit_lines: lines } };
}
