/** The most practices that one file brings in or takes along. */
export const MOST_ROWS = 1000;
/** The largest file, and the most that one may hold unpacked; in MB of 1024 × 1024 bytes. */
export const MOST_MB = 5;
export const MOST_UNPACKED_MB = 50;
/** Twice the columns there are: some stand empty. */
export const MOST_COLUMNS = 80;
/** As long as a cell of Excel is, and beyond that as long as what a draft keeps. */
export const MOST_CELL = 40_000;
/** For how long a table that was checked is kept. */
export const KEPT_HOURS = 24;
