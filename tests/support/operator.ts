import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { promisify } from "node:util";

/** Where the browser tests' server says which database it serves, for the operator's commands. */
export const addressOf = (template: string) => `${template}.address`;

/** What one of the operator's commands prints, at the database of the server that the browser tests share. */
export async function operate(command: string, ...args: string[]): Promise<string> {
  const url = readFileSync(addressOf(String(process.env["E2E_TEMPLATE"])), "utf8");
  const env = { ...process.env, DATABASE_URL: url };
  const { stdout } = await promisify(execFile)(process.execPath, [`bin/${command}.ts`, ...args], { env });
  return stdout;
}
