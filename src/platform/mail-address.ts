// Nothing that could end a header line, name a second recipient or be read as a quoted name: stricter than RFC 5321, on purpose.
const address = /^[^\s\p{Cc}@<>()[\]\\,;:"]{1,64}@[^\s\p{Cc}@<>()[\]\\,;:"]+\.[^\s\p{Cc}@<>()[\]\\,;:".]+$/u;

/** Whether a mail can go to this text as it stands: one address, without a name. */
export const isMailAddress = (text: string): boolean => text.length <= 254 && address.test(text);
