/** The partners besides the organiser, whom sources often name among them too; small differences of spelling do not make another. */
export function otherPartners(partners: readonly string[], organiser: string | null): string[] {
  if (organiser === null) return [...partners];
  const own = plain(organiser);
  return partners.filter((partner) => plain(partner) !== own);
}

function plain(name: string): string {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}
