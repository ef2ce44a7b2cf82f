export { textBytes, zipOf, type ArchiveFile } from './zip.ts';
