import { hash, verify } from '@node-rs/argon2';

/** Argon2id (the package's default kind), 19 MiB, two passes: the minimum that OWASP names. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

let nobodysHash: Promise<string> | undefined;

export const hashPassword = (password: string): Promise<string> => hash(normalised(password), cost);

/** As much work for an account that does not exist, or has no password, as for one that does. */
export async function passwordMatches(password: string, passwordHash: string | null): Promise<boolean> {
  if (passwordHash) return verify(passwordHash, normalised(password));
  nobodysHash ??= hash('nobody has this password', cost);
  await verify(await nobodysHash, normalised(password));
  return false;
}

/** The same password typed on a phone and on an old desktop is the same bytes. */
const normalised = (password: string): string => password.normalize('NFKC');
