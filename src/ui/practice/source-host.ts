/**
 * "example.org" of a source's address, as it is named before the address itself. What is no address stays as it is: the database asks only
 * how it begins.
 */
export const sourceHost = (url: string): string => URL.parse(url)?.hostname.replace(/^www\./, '') ?? url;
