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

/** What everybody knows of who chooses a password: how they sign in, and at which businesses. */
export interface KnownOfPerson {
  email: string;
  accounts: readonly string[];
}

/**
 * Throws where a password holds what everybody knows of its person or is named after what it opens, or is in the
 * operator's list of breached ones. `param`: the field it was typed in.
 */
export async function assertGoodPassword(
  password: string,
  { email, accounts }: KnownOfPerson,
  param: string,
): Promise<void> {
  const [local = ""] = email.split("@");
  const known = [local, "comptoir", ...accounts].map(lettersOf).filter(({ length }) => length >= 4);
  const typed = lettersOf(password);
  if (known.some((word) => typed.includes(word))) {
    throw invalid(
      "A password must not hold your email address, the name of your business or that of Comptoir.",
      {
        code: "password_known",
        param,
      },
    );
  }
  if (await isBreached(password)) {
    throw invalid("This password was found in a breach of another site.", {
      code: "password_breached",
      param,
    });
  }
}

/** However it is written: "Maison-Lavande" is "maison lavande". */
function lettersOf(text: string): string {
  return text
    .toLowerCase()
    .normalize("NFKD")
    .replaceAll(/[^\p{L}\p{N}]/gu, "");
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
