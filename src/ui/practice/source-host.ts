/** "example.org" of a source's address, as it is named before the address itself. */
export const sourceHost = (url: string): string => new URL(url).hostname.replace(/^www\./, '');
