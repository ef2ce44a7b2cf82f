import type { Language } from '#services/i18n/languages.ts';

// Forms that no rule leads to their lemma, of the words that our readers use most: people, and what they read and live in.
const lists: Readonly<Partial<Record<Language, string>>> = {
  en: 'child: children; man: men; woman: women; person: people persons; life: lives; lonely: loneliness',
  lt: 'žmogus: žmonės žmonių žmonėms žmones žmonėmis žmonėse',
  et: 'laps: laste lastele lastel lastelt lastega lastest lasteks last; mees: mehed mehe meeste meestele meestega; inimene: inimeste inimestele inimesi',
  fi: 'lapsi: lasten lasta; mies: miehet miehen miehiä miehille miesten; ihminen: ihmisten',
  sv: 'man: män männen mäns männens; stad: städer städerna städers städernas; bok: böcker böckerna; by: byn byar byarna byars',
  da: 'barn: børn børns børnene børnenes; mand: mænd mænds mændene; bog: bøger bøgerne; by: byen byer byerne byens byernes; hånd: hænder',
  de: 'haus: häuser häusern; museum: museen',
  pl: 'dziecko: dzieci dzieciom dziećmi dzieciach; człowiek: ludzie ludzi ludziom ludźmi ludziach; sąsiad: sąsiedzi; miasto: mieście; senior: seniorzy; festiwal: festiwali',
};

function lemmas(list: string): Map<string, string> {
  return new Map(
    list.split(';').flatMap((entry) => {
      const [lemma = '', forms = ''] = entry.split(':').map((part) => part.trim());
      return forms.split(' ').map((form) => [form, lemma] as const);
    }),
  );
}

/** By language: the lemma of an irregular form. */
export const irregular: Readonly<Partial<Record<Language, ReadonlyMap<string, string>>>> = Object.fromEntries(
  Object.entries(lists).map(([language, list]) => [language, lemmas(list)]),
);
