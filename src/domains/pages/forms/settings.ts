import { z } from 'zod';

const optional = (most: number) =>
  z
    .string()
    .default('')
    .transform((text) =>
      text
        .replace(/\r\n?/g, '\n')
        .replace(/[\u0000-\u0009\u000b-\u001f]/g, '')
        .trim(),
    )
    .pipe(z.string().max(most, 'site_too_long'))
    .transform((text) => text || null);

const isContact = (text: string | null): boolean =>
  text === null ||
  (/^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>"]+$/.test(text) && !text.includes(':')) ||
  URL.parse(text)?.protocol === 'https:';

/** What the secretariat sets; an empty field sets nothing. */
export const settingsForm = z.object({
  name: optional(60),
  operator: optional(200),
  contact: optional(254).refine(isContact, 'site_contact_wrong'),
  imprint: optional(4000),
  controller: optional(2000),
});
