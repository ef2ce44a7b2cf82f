const MEGA = 1_000_000;

/** The largest file taken, in bytes. Cameras of telephones write 2 to 8 MB. */
export const MOST_BYTES = 10 * MEGA;

/** What a form may hold besides its one file, in bytes and in parts. */
export const FORM_BYTES = 256 * 1024;
export const MOST_PARTS = 100;

/** The most pixels that are unpacked: what the largest telephones write. Read in the header, before anything is unpacked. */
export const MOST_PIXELS = 50 * MEGA;

/**
 * The same for pictures that have to be unpacked whole: WebP, and PNG and JPEG that come in several passes; they take some 100 MB. AVIF takes
 * twenty bytes a pixel while it is unpacked.
 */
export const MOST_PIXELS_WHOLE = 25 * MEGA;
export const MOST_PIXELS_AVIF = 8 * MEGA;

/** The shortest and the longest side, in pixels. */
export const LEAST_SIDE = 320;
export const MOST_SIDE = 12_000;

/** The widths that are kept, in pixels: for a card, for a telephone, for a page. A picture is never made larger than it came. */
export const WIDTHS = [480, 960, 1600] as const;
/** A picture that is higher than this, in pixels, is kept less wide. */
export const MOST_HEIGHT = 2400;

/** One picture that takes longer is refused, in milliseconds; a large one takes two seconds. */
export const DEVELOPING_MS = 20_000;
/** The process that unpacks pictures ends after so long without work, in milliseconds. */
export const IDLE_MS = 30_000;
/** After so many pictures it is replaced, and gives back what its libraries kept. */
export const MOST_A_PROCESS = 10;

/** So many uploads are held in memory at once, and so many more may wait. */
export const UPLOADS_AT_ONCE = 2;
export const MOST_UPLOADS_WAITING = 20;

/** What whoever sends a picture is told beforehand. Sides in pixels. */
export const pictureLimits = { megabytes: MOST_BYTES / MEGA, leastSide: LEAST_SIDE } as const;
