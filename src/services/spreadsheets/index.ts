export { csvFile } from './csv.ts';
export type { ReadLimits, Table, UnreadableFile } from './read-model.ts';
export { readSpreadsheet } from './read-spreadsheet.ts';
export type { Cell, Column, Sheet } from './sheet.ts';
export { xlsxFile } from './xlsx.ts';
