export { csvFile } from './csv.ts';
export type { Cell, Column, Sheet } from './sheet.ts';
export { xlsxFile } from './xlsx.ts';
