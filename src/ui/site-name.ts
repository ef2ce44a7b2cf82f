export { siteName } from '#services/i18n/site-name.ts';
