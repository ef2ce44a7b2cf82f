import { dictionary } from '@zxcvbn-ts/language-common';

/**
 * The passwords that are tried first, as far as they are ten characters long: of the 49,000 most used ones that zxcvbn-ts keeps, in
 * small letters.
 */
export const knownPasswords: ReadonlySet<string> = new Set(
  dictionary['passwords-common'].map((word) => word.toLowerCase()).filter((word) => word.length >= 10),
);
