import type { Point } from './outline.ts';

/** What a cover is drawn for: `full` and `thumbnail` are 3:2, `wide` is a page's header band (16:5), `square` is 1:1. */
export type CoverSize = 'full' | 'thumbnail' | 'wide' | 'square';

/** The measures of one size of cover, in drawing units (pixels, where the page shows it at its natural size). */
export interface CoverFrame {
  readonly width: number;
  readonly height: number;
  /** How many contours, and how many points each; 16 is a point a dimension and one between, and gives the calmest line. */
  readonly layers: number;
  readonly points: number;
  /** Decimal places of a coordinate. */
  readonly decimals: number;
  /** Where the grain may lie, lowest and highest share of width and height. */
  readonly grainX: Point;
  readonly grainY: Point;
  readonly grainRadius: number;
  /** Half width and half height of the contour where the scale of colours ends. */
  readonly reach: Point;
  /** Below 1 the light keeps closer to the grain. */
  readonly light: number;
  /** Above 1 the contours stand closer near the grain. */
  readonly crowding: number;
}

/** The four frames; what has to stay small has fewer layers and whole numbers. */
export const COVER_FRAMES: Readonly<Record<CoverSize, CoverFrame>> = {
  full: {
    width: 600,
    height: 400,
    layers: 26,
    points: 16,
    decimals: 1,
    grainX: [0.34, 0.66],
    grainY: [0.4, 0.6],
    grainRadius: 9,
    reach: [400, 345],
    light: 0.82,
    crowding: 1.15,
  },
  thumbnail: {
    width: 600,
    height: 400,
    layers: 10,
    points: 16,
    decimals: 0,
    grainX: [0.34, 0.66],
    grainY: [0.4, 0.6],
    grainRadius: 12,
    reach: [400, 345],
    light: 0.9,
    crowding: 1.3,
  },
  wide: {
    width: 1600,
    height: 500,
    layers: 32,
    points: 16,
    decimals: 0,
    grainX: [0.62, 0.78],
    grainY: [0.42, 0.58],
    grainRadius: 12,
    reach: [980, 640],
    light: 0.66,
    crowding: 1.15,
  },
  square: {
    width: 600,
    height: 600,
    layers: 26,
    points: 16,
    decimals: 1,
    grainX: [0.42, 0.58],
    grainY: [0.42, 0.58],
    grainRadius: 10,
    reach: [420, 420],
    light: 0.82,
    crowding: 1.15,
  },
};
