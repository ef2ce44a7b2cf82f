/** The texts in the compiler's complaint that no font can show. */
export function unshowable(message: string): string[] {
  return [...message.matchAll(/the text `\\?"(.*?)\\?"` could not be displayed/g)].flatMap(
    ([, quoted = '']) => {
      const plain = quoted.replace(/\\+u\{([0-9a-f]+)\}/g, (_, code: string) =>
        String.fromCodePoint(parseInt(code, 16)),
      );
      return plain ? [plain] : [];
    },
  );
}

/** JSON text with each of these letters replaced by a question mark, in its strings as they are written or escaped. */
export function replaceUnshowable(json: string, texts: readonly string[]): string {
  const letters = new Set(texts.flatMap((text) => [...text]).filter((letter) => !/[\x20-\x7e]/.test(letter)));
  if (letters.size === 0) return json;
  return JSON.stringify(JSON.parse(json), (_, value: unknown) =>
    typeof value === 'string'
      ? [...value].map((letter) => (letters.has(letter) ? '?' : letter)).join('')
      : value,
  );
}
