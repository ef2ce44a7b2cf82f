export { changeSettings } from './commands/change-settings.ts';
export type { SiteSettings } from './model.ts';
export { privacyPage, settingsToChange, siteSettings } from './queries/site-settings.ts';
export type { KeptData, KeptKind } from './rules/kept-data.ts';
