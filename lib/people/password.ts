import { hash, verify } from "@node-rs/argon2";

const longest = 200;

/** The hash (argon2id) of nobody's password: checking it takes as long as checking a person's. */
const nobodys =
  "$argon2id$v=19$m=19456,t=2,p=1$GYjN5ntw3twb/zFZ9KinSw$CPzz/4L4yYiyLonbuMh6s0mk89lPA8y/7jpyDF62mE0";

/** Why a password cannot be chosen, as a code of the `errors` catalogue. */
export function passwordProblem(password: string): "password_short" | "password_long" | null {
  if (password.length < 10) return "password_short";
  return password.length > longest ? "password_long" : null;
}

/** Runs beside the main thread: a hash takes tens of milliseconds. */
export function hashPassword(password: string): Promise<string> {
  return hash(password);
}

/** Whether this is the password behind the hash; takes the same time when there is no such person. */
export async function isPassword(password: string, passwordHash: string | undefined): Promise<boolean> {
  const matches = await verify(passwordHash ?? nobodys, password.slice(0, longest + 1));
  return matches && passwordHash !== undefined;
}
