import { m } from '#services/i18n/index.ts';
import { licenceOf } from './licence.ts';

/** A picture's licence as readers see it: its own name, or that there is none. */
export const pictureLicenceName = (licence: string): string =>
  licence === 'permission' ? m.practices_picture_permission() : licence;

/** The address of a picture's licence; undefined where it has none. */
export const pictureLicenceUrl = (licence: string): string | undefined => licenceOf(licence).url;
