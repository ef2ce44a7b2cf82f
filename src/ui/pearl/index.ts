export { DIMENSIONS, servedDimensions, type DimensionCode } from './dimensions.ts';
export { drawingName, houseDrawing, type Drawing } from './drawing.ts';
export { coverSvg } from './cover.ts';
export { COVER_FRAMES, type CoverFrame, type CoverSize } from './frames.ts';
export { chartSvg, type Chart } from './chart.ts';
export type { Scores } from './chart-scale.ts';
export { markSvg } from './mark.ts';
