/** What the site calls itself, in every language: publisher of the practices, name in browsers and reference managers. */
export const siteName = 'Nacre';
