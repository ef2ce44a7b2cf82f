/**
 * Excel and its kin run a text as a formula when it begins so, also after a tab or a line's end; with an apostrophe in front it is a text
 * again (OWASP, "CSV injection"). The wide forms of East Asian keyboards count too.
 */
const formula = String.raw`(?:[\s\u0000]*[=+\-@＝＋－＠]|[\t\r\n])`;
// A text that begins with the apostrophe itself gets another: so every one is read back as it was.
const looksLikeFormula = new RegExp(`^'*${formula}`);
const wasTamed = new RegExp(`^'+${formula}`);

/** The text as a cell that no spreadsheet runs. */
export const tamed = (text: string): string => (looksLikeFormula.test(text) ? `'${text}` : text);

/** What `tamed` was given. */
export const untamed = (text: string): string => (wasTamed.test(text) ? text.slice(1) : text);
