/** Names of the views: the whole region, or one of the programme's countries drawn larger. */
export { asViewName, type ViewName } from './view.ts';
/** The land of a view as a file of its own, by the name that its address gives. Drawn once and kept. */
export { outlinesByFile } from './outlines.ts';
/** What a map needs to know of a place. */
export { type MapPlace } from './map-marks.ts';
/** The map as one SVG document with plain colours and its text alternative, for a PDF or a file. */
export { regionMapSvg, type StandaloneMap } from './standalone.ts';
