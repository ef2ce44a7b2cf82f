import { strToU8, zipSync } from 'fflate';

/** The least that a workbook has, around the XML of its one sheet. */
function parts(
  sheet: string | Uint8Array,
  more: Record<string, Uint8Array> = {},
): Record<string, Uint8Array> {
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const rel = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  return {
    '[Content_Types].xml': strToU8('<Types/>'),
    'xl/workbook.xml': strToU8(
      `<workbook xmlns="${main}" xmlns:r="${rel}"><sheets><sheet name="a" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': strToU8(
      `<Relationships><Relationship Id="rId1" Type="${rel}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${rel}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
    ),
    'xl/worksheets/sheet1.xml': typeof sheet === 'string' ? strToU8(sheet) : sheet,
    ...more,
  };
}

export const cell = (at: string, text: string): string =>
  `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`;
export const sheetOf = (rows: string): string => `<worksheet><sheetData>${rows}</sheetData></worksheet>`;
export const aRow = (number: number, cells: string): string => `<row r="${number}">${cells}</row>`;

export const workbook = (sheet: string | Uint8Array, more: Record<string, Uint8Array> = {}): Buffer =>
  Buffer.from(zipSync(parts(sheet, more), { level: 6 }));

/** Changes what the directory says of the unpacked size of a file, and leaves the file as it is. */
export function lying(archive: Buffer, name: string, size: number): Buffer {
  const changed = Buffer.from(archive);
  for (let at = 0; (at = changed.indexOf('PK\u0001\u0002', at, 'latin1')) >= 0; at += 4) {
    const length = changed.readUInt16LE(at + 28);
    if (changed.toString('utf8', at + 46, at + 46 + length) === name) changed.writeUInt32LE(size, at + 24);
  }
  return changed;
}

const columnName = (place: number): string =>
  (place < 26 ? '' : String.fromCharCode(64 + Math.floor(place / 26))) +
  String.fromCharCode(65 + (place % 26));

const MB = 1024 * 1024;
const plain = sheetOf(aRow(1, cell('A1', 'x')) + aRow(2, cell('A2', 'y')));
const spaces = (size: number): Uint8Array => {
  const bytes = new Uint8Array(size).fill(0x20);
  bytes.set(strToU8(sheetOf('').slice(0, 11)));
  return bytes;
};
const laughs = `<?xml version="1.0"?><!DOCTYPE sst [<!ENTITY a0 "haha">${Array.from({ length: 30 }, (_, n) => `<!ENTITY a${n + 1} "&a${n};&a${n};">`).join('')}]><sst><si><t>&a30;</t></si></sst>`;

/** Files that somebody could send, each with why it is refused; null where it can be read all the same. */
export const hostileFiles: readonly (readonly [what: string, file: () => Buffer, why: string | null])[] = [
  ['nothing', () => Buffer.alloc(0), 'empty'],
  ['a bomb of 100 MB', () => workbook(spaces(100 * MB)), 'unpacked'],
  [
    'a bomb of 60 MB that its directory calls small',
    () => lying(workbook(spaces(60 * MB)), 'xl/worksheets/sheet1.xml', 1000),
    'damaged',
  ],
  [
    'a directory that promises 4 GB',
    () => lying(workbook(plain), 'xl/worksheets/sheet1.xml', 0xffff_fff0),
    'unpacked',
  ],
  [
    'a directory that promises 40 MB too many',
    () => lying(workbook(plain), 'xl/worksheets/sheet1.xml', 40 * MB),
    'damaged',
  ],
  [
    'one long text in eighty thousand cells',
    () =>
      workbook(
        sheetOf(
          Array.from({ length: 1000 }, (_, row) =>
            aRow(
              row + 1,
              Array.from(
                { length: 80 },
                (_cell, place) => `<c r="${columnName(place)}${row + 1}" t="s"><v>0</v></c>`,
              ).join(''),
            ),
          ).join(''),
        ),
        { 'xl/sharedStrings.xml': strToU8(`<sst><si><t>${'x'.repeat(32_000)}</t></si></sst>`) },
      ),
    'large',
  ],
  ['six million empty rows', () => workbook(sheetOf('<row/>'.repeat(6_000_000))), 'empty|unpacked|rows'],
  [
    'a cell in row 1,048,576',
    () => workbook(sheetOf(aRow(1, cell('A1', 'x')) + aRow(1_048_576, cell('A1048576', 'y')))),
    'rows|unpacked',
  ],
  [
    'a cell in row 99,999,999,999',
    () => workbook(sheetOf(aRow(99_999_999_999, cell('A99999999999', 'y')))),
    'unpacked|damaged',
  ],
  ['a cell in the last column', () => workbook(sheetOf(aRow(1, cell('XFD1', 'x')))), 'columns'],
  [
    'a cell of a hundred letters for its column',
    () => workbook(sheetOf(aRow(1, cell(`${'Z'.repeat(100)}1`, 'x')))),
    'unpacked|damaged|columns',
  ],
  [
    'a billion laughs',
    () =>
      workbook(sheetOf(aRow(1, '<c r="A1" t="s"><v>0</v></c>') + aRow(2, cell('A2', 'y'))), {
        'xl/sharedStrings.xml': strToU8(laughs),
      }),
    null,
  ],
  [
    'an entity of a file',
    () =>
      workbook(
        `<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]>${sheetOf(aRow(1, cell('A1', '&f;')) + aRow(2, cell('A2', 'y')))}`,
      ),
    null,
  ],
  [
    'names that lead out of the archive',
    () =>
      workbook(plain, {
        '../../../tmp/nacre-was-here.xml': strToU8('<a/>'),
        'xl/../../nacre-was-here.xml': strToU8('<a/>'),
        '/etc/nacre-was-here.xml': strToU8('<a/>'),
      }),
    null,
  ],
  [
    'ten thousand entries',
    () =>
      workbook(
        plain,
        Object.fromEntries(Array.from({ length: 10_000 }, (_, n) => [`xl/media/${n}.xml`, strToU8('<a/>')])),
      ),
    'unpacked',
  ],
  ['XML that ends in the middle', () => workbook(plain.slice(0, 60)), 'damaged|empty'],
  ['a workbook that is cut off', () => workbook(plain).subarray(0, 300), 'damaged'],
  [
    'a text document with the name of a workbook',
    () =>
      Buffer.from(
        zipSync({
          '[Content_Types].xml': strToU8('<Types/>'),
          'word/document.xml': strToU8('<w:document/>'),
        }),
      ),
    'kind',
  ],
  ['an empty archive', () => Buffer.from(zipSync({})), 'kind'],
  [
    'an old workbook (OLE)',
    () => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(2048)]),
    'kind',
  ],
  ['a PDF', () => Buffer.from('%PDF-1.7\n%\u00e2\u00e3\n'), 'kind'],
  [
    'a picture',
    () => Buffer.concat([Buffer.from('89504e470d0a1a0a0000000d', 'hex'), Buffer.alloc(64)]),
    'kind',
  ],
  ['NUL between letters', () => Buffer.from('title\nA\0B\n'), 'kind'],
  ['UTF-16', () => Buffer.from('\ufefftitle\nŽagare\n', 'utf16le'), 'encoding'],
  ['Windows-1257', () => Buffer.from([0x74, 0x0a, 0xde, 0x61, 0x0a]), 'encoding'],
  ['a quotation mark that nobody closes', () => Buffer.from('title\n"never\nended'), 'quotes'],
  ['a quotation mark in the middle', () => Buffer.from('title\nnever "ended\n'), 'quotes'],
  ['one line of almost 5 MB', () => Buffer.alloc(5 * MB - 1, 'a'), 'cell'],
  ['two million columns', () => Buffer.alloc(2_000_000, ','), 'empty|columns'],
  ['two million empty lines', () => Buffer.alloc(2_000_000, '\n'), 'empty|rows'],
  ['two million rows', () => Buffer.from('a\n'.repeat(2_000_000)), 'rows'],
  ['one line of 100 MB', () => Buffer.alloc(100 * MB, 'a'), 'large'],
];
