import { strToU8, zipSync, type Zippable } from 'fflate';

/** A file of an archive: its path there, with '/' between folders, and what is in it. */
export interface ArchiveFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Text as the bytes of a file. */
export const textBytes = (text: string): Uint8Array => strToU8(text);

/** What gets no smaller by packing. */
const isPacked = (name: string): boolean => /\.(?:avif|jpe?g|png|webp|gif|pdf|zip|xlsx|docx)$/i.test(name);

/** A path that stays within the folder it is unpacked to, on every system. Never empty. */
function safeName(name: string): string {
  const parts = name
    .toWellFormed()
    .split(/[\\/]+/)
    .map((part) =>
      part
        .replaceAll(/[\p{Cc}<>:"|?*]/gu, '')
        .replace(/^\.+$/, '')
        .trim(),
    )
    .filter((part) => part !== '');
  return parts.length === 0 ? 'file' : parts.join('/');
}

/** The name, or the first of it with a number that no other file has, whatever the case: some systems know no case. */
function freeName(name: string, taken: ReadonlySet<string>): string {
  if (!taken.has(name.toLowerCase())) return name;
  const [, stem = name, ending = ''] = /^(.*?)(\.[^./]*)?$/s.exec(name) ?? [];
  for (let n = 2; ; n++) {
    const numbered = `${stem}-${n}${ending}`;
    if (!taken.has(numbered.toLowerCase())) return numbered;
  }
}

/** A ZIP archive of these files, in their order, all of the moment `at`. Two of one name both stay. */
export function zipOf(files: readonly ArchiveFile[], at: Date): Uint8Array {
  const taken = new Set<string>();
  const entries: Zippable = {};
  for (const { name, bytes } of files) {
    const free = freeName(safeName(name), taken);
    taken.add(free.toLowerCase());
    entries[free] = [bytes, { level: isPacked(free) ? 0 : 6, mtime: at }];
  }
  return zipSync(entries);
}
