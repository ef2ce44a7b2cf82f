/** What the site calls itself, in every language: publisher of the practices, name in browsers, reference managers and mails. */
export const siteName = 'Nacre';
