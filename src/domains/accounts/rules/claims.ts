import type { Verdict } from '#platform/result.ts';

/** Free places where anybody gets an address: it says nothing of an employer. Common ones around the Baltic Sea. */
const openDomains = new Set([
  'gmail.com',
  'googlemail.com',
  'outlook.com',
  'hotmail.com',
  'live.com',
  'yahoo.com',
  'icloud.com',
  'proton.me',
  'protonmail.com',
  'gmx.de',
  'gmx.net',
  'web.de',
  't-online.de',
  'inbox.lv',
  'one.lt',
  'mail.ee',
  'wp.pl',
  'o2.pl',
  'onet.pl',
  'interia.pl',
]);

/** What a mail domain tells of whoever claims a town: nothing, or it carries the town's name, or look for yourself. */
export type DomainHint = 'open' | 'named' | 'other';

const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('ł', 'l')
    .replaceAll('ø', 'o')
    .replaceAll('ß', 'ss');

export const mailDomain = (email: string): string => email.slice(email.lastIndexOf('@') + 1).toLowerCase();

/** How the domain of an address looks beside the names of the town. A hint for whoever decides, no more. */
export function domainHint(email: string, townNames: readonly string[]): DomainHint {
  const domain = mailDomain(email);
  if (openDomains.has(domain)) return 'open';
  const labels = plain(domain).replace(/[^a-z0-9]/g, '');
  const names = townNames
    .map((name) => plain(name).replace(/[^a-z0-9]/g, ''))
    .filter(({ length }) => length > 2);
  return names.some((name) => labels.includes(name)) ? 'named' : 'other';
}

/** Whether a claim can be confirmed: one town, one team. A team whose owners have all gone (accounts erased) is none any more. */
export function mayConfirm(owners: number): Verdict {
  if (owners === 0) return { ok: true };
  return { ok: false, reasons: [{ key: 'people_refused_town_taken' }] };
}
