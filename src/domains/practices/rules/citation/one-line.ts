/**
 * The text as one line that every format can carry: no control characters (XML 1.0 and RIS allow none), no halves of characters, one
 * space where there was any white space, letters composed.
 */
export function oneLine(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}\s]+/gu, ' ')
    .normalize('NFC')
    .trim();
}
