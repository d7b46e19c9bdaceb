import { listEnvironments } from "#lib/accounts/environments";
import type { Config } from "#lib/config";
import { demoCredentialsExist, demoKeys, demoPassword } from "#lib/demo/credentials";
import { demoPeople } from "#lib/demo/people";

/** What somebody who just started the server wants to know. */
export async function welcome({ publicUrl, hosts, port }: Config): Promise<string> {
  const seconds = process.uptime().toFixed(1);
  const lines = [`Comptoir is ready at ${publicUrl} (after ${seconds} s). Stop it with Ctrl+C.`];
  if (await demoCredentialsExist()) lines.push(...demoText(`http://${hosts[0]}:${port}`));
  else if ((await listEnvironments()).length === 0)
    lines.push(`Open ${publicUrl} to create the owner and the account.`);
  return `\n${lines.join("\n")}\n`;
}

function demoText(api: string): string[] {
  const names = demoPeople.map(({ email }) => email.split("@")[0]);
  const place = demoPeople[0].email.replace(/^[^@]+/, "");
  return [
    "",
    `  Sign in as       ${names.join(", ")} (${place})`,
    `  Password         ${demoPassword}`,
    `  Secret key       ${demoKeys.secret}`,
    `  Publishable key  ${demoKeys.publishable}`,
    `  Try              curl ${api}/v1/balance -u ${demoKeys.secret}:`,
  ];
}
