const LONGEST = 60;

/** The code of a new concept, made of its English label: 'empty-shops'. It never changes afterwards, whatever becomes of the label. */
export function codeOf(label: string, isTaken: (code: string) => boolean): string {
  const plain = label
    .toLowerCase()
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, LONGEST)
    .replaceAll(/^-+|-+$/g, '');
  const code = plain === '' ? 'concept' : plain;
  if (!isTaken(code)) return code;
  for (let n = 2; ; n++) if (!isTaken(`${code}-${n}`)) return `${code}-${n}`;
}
