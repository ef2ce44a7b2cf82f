import { CsvError, parse } from 'csv-parse/sync';
import { done, refuse, type Result } from '#platform/result.ts';
import { untamed } from './formula.ts';
import type { ReadLimits, Table, UnreadableFile } from './read-model.ts';

const delimiters = [',', ';', '\t'] as const;

/** What stands most often between the cells of the first line, quotes left out: spreadsheets of half of Europe write semicolons. */
function delimiterOf(text: string): string {
  const line = (/^(?:"(?:[^"]|"")*"|[^"\r\n])*/.exec(text.slice(0, 100_000))?.[0] ?? '').replaceAll(
    /"(?:[^"]|"")*"/g,
    '',
  );
  const counts = delimiters.map((sign) => line.split(sign).length);
  return delimiters[counts.indexOf(Math.max(...counts))] ?? ',';
}

/** UTF-8 with or without its mark; undefined for every other encoding. */
function decoded(file: Buffer): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(file);
  } catch {
    return undefined;
  }
}

const isUtf16 = (file: Buffer): boolean => ['fffe', 'feff'].includes(file.toString('hex', 0, 2));

/** Reads CSV with commas, semicolons or tabs and any line's end; what `csvFile` tamed is as it was. */
export function readCsv(file: Buffer, { rows }: ReadLimits): Result<Table, UnreadableFile> {
  if (isUtf16(file)) return refuse({ why: 'encoding' });
  // No text has these; a picture or an old .xls has nothing else.
  if (file.includes(0)) return refuse({ why: 'kind' });
  const text = decoded(file);
  if (text === undefined) return refuse({ why: 'encoding' });
  try {
    const table = parse(text, {
      delimiter: delimiterOf(text),
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      // One more, so that it shows.
      to: rows + 1,
    });
    return done(table.map((cells) => cells.map(untamed)));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line: unknown = error['lines'];
    return refuse({ why: 'quotes', line: typeof line === 'number' ? line : 1 });
  }
}
