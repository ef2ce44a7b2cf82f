import { servedDimensions } from './dimensions.ts';
import { hash } from './seed.ts';

/** What a cover is drawn from: the public identifier of what it stands for, and the codes of the dimensions that this serves. */
export type Drawing = { readonly seed: string; readonly dimensions: readonly string[] };

/** The site's own drawing: deep water on the side where the start page's words stand. */
export const houseDrawing: Drawing = {
  seed: 'mother-of-pearl',
  dimensions: ['belonging', 'participation', 'cooperation', 'inclusion'],
};

/** Raise it when covers are drawn anew: browsers keep what they have for a year, until the address is another. */
const edition = 1;

/** A cover's file name without its ending: another one as soon as the cover is drawn from something else. */
export function drawingName({ seed, dimensions }: Drawing): string {
  const content = [edition, seed, ...servedDimensions(dimensions)].join(' ');
  return `${seed.toLowerCase()}-${hash(content).toString(16).padStart(8, '0')}`;
}
