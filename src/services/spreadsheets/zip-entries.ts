import { crc32, inflateRawSync } from 'node:zlib';

/** A file of an archive, still packed. `size`: unpacked, as the directory says. */
export interface ZipEntry {
  readonly name: string;
  readonly size: number;
  readonly packed: Buffer;
  readonly isDeflated: boolean;
  readonly crc: number;
}

const END = 0x06054b50;
const END_LENGTH = 22;
const LONGEST_COMMENT = 0xffff;
const DIRECTORY = 0x02014b50;
const LOCAL = 0x04034b50;
const LOCAL_LENGTH = 30;

function endOfDirectory(file: Buffer): number {
  const first = Math.max(0, file.length - END_LENGTH - LONGEST_COMMENT);
  for (let at = file.length - END_LENGTH; at >= first; at--) if (file.readUInt32LE(at) === END) return at;
  throw new RangeError('no directory');
}

function packedAt(file: Buffer, at: number, length: number): Buffer {
  if (file.readUInt32LE(at) !== LOCAL) throw new RangeError('no entry where the directory says');
  const from = at + LOCAL_LENGTH + file.readUInt16LE(at + 26) + file.readUInt16LE(at + 28);
  if (from + length > file.length) throw new RangeError('an entry beyond the end');
  return file.subarray(from, from + length);
}

/**
 * What the directory of a ZIP archive names, with nothing unpacked yet (APPNOTE 6.3, 4.3.12; no ZIP64, encryption or other methods than
 * deflate). fflate's own reader neither stops at what its directory said nor notices that it lied. Throws RangeError.
 */
export function zipEntries(file: Buffer): ZipEntry[] {
  const end = endOfDirectory(file);
  const entries: ZipEntry[] = [];
  let at = file.readUInt32LE(end + 16);
  for (let left = file.readUInt16LE(end + 10); left > 0; left--) {
    if (file.readUInt32LE(at) !== DIRECTORY) throw new RangeError('a broken directory');
    const method = file.readUInt16LE(at + 10);
    const isEncrypted = (file.readUInt16LE(at + 8) & 1) === 1;
    if (isEncrypted || (method !== 0 && method !== 8)) throw new RangeError('a method that is not read');
    const nameLength = file.readUInt16LE(at + 28);
    entries.push({
      name: file.toString('utf8', at + 46, at + 46 + nameLength),
      size: file.readUInt32LE(at + 24),
      packed: packedAt(file, file.readUInt32LE(at + 42), file.readUInt32LE(at + 20)),
      isDeflated: method === 8,
      crc: file.readUInt32LE(at + 16),
    });
    at += 46 + nameLength + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32);
  }
  return entries;
}

/** Unpacks one file, and stops where it holds more than the directory says. Throws where it holds anything else. */
export function unpack({ name, size, packed, isDeflated, crc }: ZipEntry): Buffer {
  const whole = isDeflated ? inflateRawSync(packed, { maxOutputLength: Math.max(1, size) }) : packed;
  if (whole.length !== size || crc32(whole) !== crc)
    throw new RangeError(`${name} is not what the directory says`);
  return whole;
}
