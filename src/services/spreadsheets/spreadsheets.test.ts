import fc from 'fast-check';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import readExcelFile from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import { tamed, untamed } from './formula.ts';
import { csvFile, xlsxFile, type Sheet } from './index.ts';
import { readCsv } from '../../../tests/setup/read-csv.ts';

const sheet = (rows: Sheet['rows']): Sheet => ({
  name: 'Hyvät käytännöt: [2026]?',
  columns: [
    { heading: 'Nimi, lyhyt', holds: 'text', width: 30 },
    { heading: 'Vuosi', holds: 'number', width: 8 },
    { heading: 'Tarkistettu', holds: 'day', width: 12 },
  ],
  rows,
});

/** A reader in another language, where the machine has it (Debian's python3-openpyxl). */
const python = (program: string, ...args: string[]): string | null => {
  try {
    return execFileSync('python3', ['-c', program, ...args], { encoding: 'utf8', stdio: 'pipe' });
  } catch {
    return null;
  }
};
const isOpenpyxlHere = python('import openpyxl') !== null;

const formulas = [
  '=1+1',
  '+1',
  '-1',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  '\n=1',
  ' =1',
  '＝1',
  "=cmd|' /C calc'!A0",
  '=HYPERLINK("https://evil.example")',
];

describe('a CSV file', () => {
  it('begins with the mark of UTF-8, ends its lines with CRLF and quotes what must be quoted', () => {
    const text = csvFile(
      sheet([
        ['Laulu, "ilo"\nja tuki', 2024, '2026-05-01'],
        ['Žalgiris', null, null],
      ]),
    ).toString();
    expect(text).toBe(
      '\ufeff"Nimi, lyhyt",Vuosi,Tarkistettu\r\n"Laulu, ""ilo""\nja tuki",2024,2026-05-01\r\nŽalgiris,,\r\n',
    );
  });

  it.each(formulas)('makes a text of %j', (formula) => {
    const [, row] = readCsv(csvFile(sheet([[formula, null, null]])));
    expect(row?.[0]?.startsWith("'")).toBe(true);
    expect(row?.[0]?.slice(1)).toBe(formula);
  });

  it('leaves numbers, also negative ones, as numbers', () => {
    expect(readCsv(csvFile(sheet([['a', -5, null]])))[1]).toEqual(['a', '-5', '']);
  });

  it('is read back cell by cell, and no cell begins as a formula does', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 20 }), { maxLength: 8 }), (texts) => {
        const [, ...rows] = readCsv(csvFile(sheet(texts.map((text) => [text, 1, null]))));
        expect(rows).toHaveLength(texts.length);
        for (const [first = ''] of rows) expect(first).not.toMatch(/^[=+\-@\t\r]/);
      }),
    );
  });
});

describe('a text that a spreadsheet would run', () => {
  it('is a text in the file, and read back as it was, whatever it begins with', () => {
    const text = fc.string({ unit: fc.constantFrom(...`'=+-@＝＋－＠ \t\n\0ašß`), maxLength: 8 });
    fc.assert(
      fc.property(text, (one) => {
        expect(tamed(one)).not.toMatch(/^[\s\0]*[=+\-@＝＋－＠]|^[\t\r\n]/);
        expect(untamed(tamed(one))).toBe(one);
      }),
    );
  });
});

describe('an XLSX file', () => {
  const read = async (file: Buffer) => (await readExcelFile(file))[0]?.data ?? [];

  it('is read by another reader with texts, numbers and dates as such', async () => {
    const rows = await read(
      await xlsxFile(
        sheet([
          ['Laulu, "ilo"\nja tuki', 2024, '2026-05-01'],
          ['Žalgiris', null, null],
        ]),
      ),
    );
    expect(rows).toEqual([
      ['Nimi, lyhyt', 'Vuosi', 'Tarkistettu'],
      ['Laulu, "ilo"\nja tuki', 2024, new Date('2026-05-01T00:00:00Z')],
      ['Žalgiris', null, null],
    ]);
  });

  it.each(formulas)('holds %j as a text, not as a formula', async (formula) => {
    const file = await xlsxFile(sheet([[formula, null, null]]));
    const [, row] = await read(file);
    expect(String(row?.[0]).trim()).toBe(formula.trim());
  });

  it.skipIf(!isOpenpyxlHere)('is read by openpyxl, which finds no formula in it', async () => {
    const path = join(mkdtempSync(join(tmpdir(), 'nacre-sheet-')), 'practices.xlsx');
    const rows = formulas.map((formula) => [formula, 2024, '2026-05-01']);
    writeFileSync(path, await xlsxFile(sheet(rows)));
    const program = `
import json, openpyxl, sys
rows = openpyxl.load_workbook(sys.argv[1]).active.iter_rows(min_row=2)
print(json.dumps([[[c.data_type, c.value.isoformat() if c.is_date else c.value] for c in row] for row in rows]))`;
    const read = JSON.parse(python(program, path) ?? '[]') as [string, unknown][][];
    expect(read).toHaveLength(formulas.length);
    for (const [text, year, day] of read) {
      expect(text?.[0]).toBe('s');
      expect(year).toEqual(['n', 2024]);
      expect(day).toEqual(['d', '2026-05-01T00:00:00']);
    }
  });

  it('survives characters that XML cannot hold, and texts longer than a cell', async () => {
    const [, control, long] = await read(
      await xlsxFile(
        sheet([
          ['a\u0000b\u001fc\ud800d', null, null],
          ['ä'.repeat(40_000), null, null],
        ]),
      ),
    );
    expect(String(control?.[0]).replace('\ufffd', '')).toBe('abcd');
    expect(String(long?.[0])).toHaveLength(32_767);
  });
});
