import { createHash } from 'node:crypto';
import { translatedFields, type TranslationContent } from '../model.ts';

/** A mark of the original's words: with another one, a translator looked at other words than there are now. */
export const originalMark = (original: TranslationContent): string =>
  createHash('sha256')
    .update(JSON.stringify(translatedFields.map((field) => original[field])))
    .digest('base64url')
    .slice(0, 16);
