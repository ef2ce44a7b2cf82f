import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { aRow, cell, hostileFiles, sheetOf, workbook } from '../../../tests/setup/hostile-sheets.ts';
import { csvFile, readSpreadsheet, xlsxFile, type ReadLimits, type Sheet } from './index.ts';

const MB = 1024 * 1024;
const limits: ReadLimits = {
  bytes: 5 * MB,
  unpackedBytes: 50 * MB,
  rows: 1001,
  columns: 80,
  cellLength: 40_000,
};
const read = async (file: Uint8Array) => {
  const outcome = await readSpreadsheet(file, limits);
  return outcome.ok ? outcome.value : outcome.refusal;
};
const text = (csv: string) => read(Buffer.from(csv));

const sheet: Sheet = {
  name: 'a',
  columns: [
    { heading: 'Nimi', holds: 'text', width: 9 },
    { heading: 'Vuosi', holds: 'number', width: 9 },
    { heading: 'Päivä', holds: 'day', width: 9 },
  ],
  rows: [
    ['=1+1\n"ä"; x_x0041_', 2024, '2026-05-01'],
    ["'=1", null, null],
    [null, null, null],
    [' Žagarė ', -5, null],
  ],
};
const asTable = [
  ['Nimi', 'Vuosi', 'Päivä'],
  ['=1+1\n"ä"; x_x0041_', '2024', '2026-05-01'],
  ["'=1"],
  [],
  [' Žagarė ', '-5'],
];

describe('a spreadsheet', () => {
  it('as CSV or XLSX is read as the texts that were written: numbers as digits, days as YYYY-MM-DD', async () => {
    expect(await read(csvFile(sheet))).toEqual(asTable);
    expect(await read(await xlsxFile(sheet, { ...sheet, name: 'b', rows: [] }))).toEqual(asTable);
  });

  it('in CSV may have commas, semicolons or tabs, any line’s end, and a mark or none', async () => {
    const table = [
      ['a', 'b, c'],
      ['1', 'x;y\tz\n2'],
    ];
    for (const sign of [',', ';', '\t'])
      for (const end of ['\r\n', '\n', '\r'])
        for (const mark of ['', '\ufeff'])
          expect(await text(`${mark}a${sign}"b, c"${end}1${sign}"x;y\tz\n2"${end}`)).toEqual(table);
    expect(await text('a;b\r\n1;2\n3;4\r5;6')).toEqual([
      ['a', 'b'],
      ['1', '2'],
      ['3', '4'],
      ['5', '6'],
    ]);
  }, 60_000);

  it('is told apart by its content, and of a workbook formulas give what they last showed', async () => {
    const formula = '<c r="A1"><f>1+1</f><v>2</v></c>';
    expect(await read(workbook(sheetOf(aRow(1, formula + cell('C1', 'Ä')))))).toEqual([['2', '', 'Ä']]);
  });

  it('names line, row and column where a cell is the reason', async () => {
    expect(await text('a\n"b\n')).toEqual({ why: 'quotes', line: 2 });
    expect(await text(`a;b\n1;${'x'.repeat(40_001)}`)).toEqual({ why: 'cell', row: 2, column: 2 });
  });
});

describe('a hostile file', () => {
  it.each(hostileFiles.map(([what, file, why]) => ({ what, file, why })))(
    '$what: $why',
    async ({ file, why }) => {
      const bytes = file();
      const before = process.memoryUsage().rss;
      const outcome = await read(bytes);
      // What is read of it is read in a process beside this one.
      expect(process.memoryUsage().rss - before).toBeLessThan(100 * MB);
      if (why === null) expect(outcome).toBeInstanceOf(Array);
      else expect('why' in outcome ? outcome.why : outcome).toMatch(new RegExp(`^(?:${why})$`));
      expect(JSON.stringify(outcome).length).toBeLessThan(10_000);
      expect(existsSync('/tmp/nacre-was-here.xml')).toBe(false);
    },
    30_000,
  );

  it('does not keep others from being read', async () => {
    const [first] = hostileFiles.filter(([what]) => what.includes('99,999,999,999'));
    const slow = Array.from({ length: 3 }, () => read(first?.[1]() ?? Buffer.alloc(0)));
    expect(await text('a;b\n1;2')).toHaveLength(2);
    await Promise.all(slow);
  }, 90_000);
});
