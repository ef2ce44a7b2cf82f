import type { Hex } from './colour.ts';

/** The colours of the house (look.md) that the drawings use. */
export const COLOUR = {
  deepSea: '#0b2e3f',
  ink: '#16323f',
  sea: '#2f7f8f',
  shallow: '#7fb3b5',
  foam: '#cfe0d6',
  pearl: '#f7f4ee',
  sand: '#e9dcc3',
  amber: '#e9a13b',
  dusk: '#4a6fa5',
  heather: '#7a6aa8',
  reed: '#3d8b7a',
} as const satisfies Record<string, Hex>;

const { deepSea, sea, shallow, foam, pearl, sand, dusk, heather, reed } = COLOUR;

/** The scales of the covers, each from the grain to the deep; what is not a colour of the house is a step between two of them. */
export const PALETTES: readonly (readonly Hex[])[] = [
  [pearl, foam, shallow, sea, '#175363', '#103f51', deepSea],
  [pearl, '#dfe5e6', '#9db8cd', dusk, '#2b4d78', '#143a57', deepSea],
  [pearl, '#e6dde6', '#b3a6cb', heather, '#4c5590', '#1f3d61', deepSea],
  [pearl, '#dfe7d4', '#8fbfa8', reed, '#1f6561', '#10474f', deepSea],
  [pearl, sand, '#b9c9b8', '#5f9fa6', '#2a6a86', '#15455f', deepSea],
  [pearl, '#ecdcd6', '#bfb0c6', '#7f8fbd', '#40679a', '#1b4667', deepSea],
];
