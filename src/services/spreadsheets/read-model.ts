/** What a reader of files takes at most. Bytes are counted packed and unpacked, and of the texts in the cells together as of a file; rows with the headings; a cell's length in UTF-16 units. */
export interface ReadLimits {
  readonly bytes: number;
  readonly unpackedBytes: number;
  readonly rows: number;
  readonly columns: number;
  readonly cellLength: number;
}

/** Rows of cells as texts, the headings first; numbers as digits, days as YYYY-MM-DD, an empty cell as ''. */
export type Table = readonly (readonly string[])[];

/** Why a file cannot be read; rows, columns and lines count from 1. */
export type UnreadableFile =
  | { readonly why: 'empty' | 'large' | 'unpacked' | 'damaged' | 'kind' | 'encoding' | 'rows' | 'columns' }
  | { readonly why: 'quotes'; readonly line: number }
  | { readonly why: 'cell'; readonly row: number; readonly column: number };
