import { hash, verify } from "@node-rs/argon2";
import { invalid } from "#lib/errors";
import { isBreached } from "./breached-passwords.ts";
import commonPasswords from "./common-passwords.json" with { type: "json" };

const longest = 200;

/** The hash (argon2id) of nobody's password: checking it takes as long as checking a person's. */
const nobodys =
  "$argon2id$v=19$m=19456,t=2,p=1$GYjN5ntw3twb/zFZ9KinSw$CPzz/4L4yYiyLonbuMh6s0mk89lPA8y/7jpyDF62mE0";

/**
 * The passwords of ten characters and more that came out of breaches most often, lower-case: those of zxcvbn-ts and of
 * SecLists (both MIT).
 */
const common: ReadonlySet<string> = new Set(commonPasswords);
const fewestCharacters = 5;

/** Why a password cannot be chosen, as a code of the `errors` catalogue. */
export function passwordProblem(
  password: string,
): "password_short" | "password_long" | "password_common" | null {
  if (password.length < 10) return "password_short";
  if (password.length > longest) return "password_long";
  const plain = password.toLowerCase();
  return common.has(plain) || new Set(plain).size < fewestCharacters ? "password_common" : null;
}

/**
 * Throws where a password holds what everybody knows of its person, their email, or is in the operator's list of
 * breached ones. `param`: the field it was typed in.
 */
export async function assertGoodPassword(
  password: string,
  { email }: { email: string },
  param: string,
): Promise<void> {
  const [known = ""] = email.toLowerCase().split("@");
  if (known.length >= 4 && password.toLowerCase().includes(known)) {
    throw invalid("A password must not hold your email address.", { code: "password_known", param });
  }
  if (await isBreached(password)) {
    throw invalid("This password was found in a breach of another site.", {
      code: "password_breached",
      param,
    });
  }
}

/** Stored instead of a hash for who signs in with passkeys alone. */
export const noPassword = "none";

/** Whether somebody has a password to sign in with. */
export function hasPassword({ passwordHash }: { passwordHash: string }): boolean {
  return passwordHash !== noPassword;
}

/** Runs beside the main thread: a hash takes tens of milliseconds. */
export function hashPassword(password: string): Promise<string> {
  return hash(password);
}

/** Whether this is the password behind the hash; takes the same time when there is no such person. */
export async function isPassword(password: string, passwordHash: string | undefined): Promise<boolean> {
  const known = passwordHash === noPassword ? undefined : passwordHash;
  const matches = await verify(known ?? nobodys, password.slice(0, longest + 1));
  return matches && known !== undefined;
}
