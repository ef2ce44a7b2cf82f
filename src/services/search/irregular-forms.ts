import type { Language } from '#services/i18n/languages.ts';

// Forms that no rule leads to their lemma, of the words that our readers use most: people, and what they read and live in.
// "!" after a lemma: it is the stem itself, for by rule it would meet a word of another meaning ("billet" and "bil", "Bürger" and "Burg").
const lists: Readonly<Partial<Record<Language, string>>> = {
  en: 'child: children; man: men; woman: women; person: people persons; life: lives; lonely: loneliness',
  lt: 'žmogus: žmonės žmonių žmonėms žmones žmonėmis žmonėse',
  et: 'rahvas!: rahva rahvast rahvale rahvaga rahvad; turist!: turisti turistid turiste turistide turistidele turistide; pilet!: pileti piletid pileteid piletite piletit; kodutu!: kodutud kodutute kodututele kodutuid; töötu!: töötud töötute töötutele töötuid; õhtu!: õhtud õhtul õhtut õhtute õhtuti; päev!: päeva päevad päeval päevade päeviti; tervis!: tervise tervist tervisele; pood!: poe poed poodi poodide poes; hoone!: hooned hoonete hooneid hoones hoonet; vald!: valla vallad valdade vallas valda; laulma!: laulda laulab laulame laulavad laulmine laulmise laulmist; rühm!: rühma rühmad rühmade rühmas; kriis!: kriisi kriisid kriiside kriisis; näitus!: näituse näitused näituste näitusi näitusel; maal!: maali maalid maale maalide; küsima!: küsida küsib küsimus küsimused; laps: laste lastele lastel lastelt lastega lastest lasteks last; mees: mehed mehe meeste meestele meestega; inimene: inimeste inimestele inimesi',
  fi: 'joki!: joen jokea joet jokia jokien joella; ruoka!: ruoan ruuan ruoat ruokaa ruokia; perinne!: perinteet perinteen perinteitä perinnettä perinteiden perinteinen; murre!: murteet murteen murteita; taide!: taiteen taidetta taiteet taiteita taiteiden taiteella; taito!: taidon taidot taitoja taitojen taitoa; koulutus!: koulutusta koulutuksen koulutukset koulutuksia; rikos!: rikosta rikoksen rikokset; työtön!: työttömät työttömän työttömien työttömille; sota!: sodan sodat sotaa; sote!; satu!: sadun sadut satuja satuun; keskusta!: keskustan keskustaa keskustassa keskustat; näyttely!; nainen: naisten naisia naisille; peli: pelejä pelien; kurssi: kursseja kurssien; lapsi: lasten lasta; mies: miehet miehen miehiä miehille miesten; ihminen: ihmisten',
  sv: 'museum!: museer museet museerna museets; aldrig!; månad!: månaden månader månaderna; lärare!: läraren lärarna lärares; inflytande!: inflytandet; mäta!: mäter mätning mätningar mätningen; mål!: målet målen målens; fattig!: fattiga fattigt; säga!: säger sade sagt; billig!: billigt billiga; bröd!: brödet; läger!: lägret lägren; veteran!: veteraner veteranerna veteranen; torg: torget torgen; jobb: jobbet jobben; folk: folket folken; land: landet länder länderna; band: bandet banden; tom!: tomt tomma; gammal!: gammalt gamla; ensam!: ensamt ensamma; öppen!: öppet öppna; lokal: lokalt lokala; teater!: teatern teatrar teatrarna; dockteater!: dockteatern; parkteater!: parkteatern; orkester!: orkestern orkestrar orkestrarna; sommar!: sommaren somrar somrarna; tjänsteman!: tjänstemän tjänstemännen tjänstemannen; handbok!: handböcker handboken handböckerna; lanthandel!: lanthandeln lanthandlar; tunnel!: tunneln tunnlar; cykel!: cykeln cyklar cyklarna; cirkel!: cirkeln cirklar cirklarna; man: män männen mäns männens; stad: städer städerna städers städernas; bok: böcker böckerna; by: byn byar byarna byars',
  da: 'museum!: museer museet museerne museets; billet!: billetter billetten billetterne; ledig!: ledige lediges; fattig!: fattige; lærer!: læreren lærere lærerne; kor!: koret korene korets; brød!: brødet; værelse!: værelser værelset; sammen!; måling!: målinger målingen; møde!: møder mødet møderne; læge!: læger lægen lægerne; lighed!: ligheden; fredet!: fredede; teater!: teatre teatret teateret teatrene; orkester!: orkestre orkestret; center!: centre centret centeret centrene; ø!: øen øer øerne; kommunal: kommunalt kommunale; kulturel: kulturelt kulturelle; digital: digitalt digitale; barn: børn børns børnene børnenes; mand: mænd mænds mændene; bog: bøger bøgerne; by: byen byer byerne byens byernes; hånd: hænder',
  de: 'bürger!: bürgers bürgern bürgerin bürgerinnen; bürgerschaft!; nachbar!: nachbarn nachbars nachbarin nachbarinnen; senior!: senioren seniors seniorin seniorinnen; bauer!: bauern bäuerin bäuerinnen; gründer!: gründern gründerin gründerinnen; trauer!; brauch!: bräuche bräuchen brauchs; küche!: küchen; musik!; sucht!; nähen!: näht genäht; foto: fotos; kino: kinos; kita: kitas; app: apps; workshop: workshops; café!: cafés cafe cafes; ziehen: zieht zog gezogen; wegziehen: wegzieht weggezogen; schließen: schließt geschlossen; schließung: schließungen; haus: häuser häusern; museum!: museen museums',
  pl: 'muzeum!: muzea muzeów muzeach muzeom muzeami; chór!: chóru chórem chóry chórów chórze chórom chórami; radio!: radia radiu radiem radiowy radiowe radiowa; rada!: rady radzie radę radą rad radom; plac!: placu placem place placów placach; młody!: młodzi młodych młodym młodymi młoda młode; młodzież!: młodzieży młodzieżą; gość!: goście gości gościom gościa; morze!: morza morzu morzem; wideo!; łódź!: łodzi łodzie łodzią; wieś!: wsi wsie wsiach wsią; miejsce!: miejsca miejsc miejscu miejscami miejscach; imigrant!: imigranci imigrantów imigrantom; turysta!: turyści turystów turystom turystami; artysta!: artyści artystów artystom artystami artystka artystki; dziecko: dzieci dzieciom dziećmi dzieciach; człowiek: ludzie ludzi ludziom ludźmi ludziach; sąsiad: sąsiedzi; miasto: mieście; senior: seniorzy; festiwal: festiwali',
};

interface Form {
  readonly lemma: string;
  /** The lemma is the stem. */
  readonly isStem: boolean;
}

function forms(list: string): Map<string, Form> {
  return new Map(
    list.split(';').flatMap((entry) => {
      const [head = '', others = ''] = entry.split(':').map((part) => part.trim());
      const lemma = head.replace('!', '');
      const isStem = head !== lemma;
      const all = isStem ? [lemma, ...others.split(' ')] : others.split(' ');
      return all.filter((form) => form !== '').map((form) => [form, { lemma, isStem }] as const);
    }),
  );
}

/** By language: what an irregular form belongs to. */
export const irregular: Readonly<Partial<Record<Language, ReadonlyMap<string, Form>>>> = Object.fromEntries(
  Object.entries(lists).map(([language, list]) => [language, forms(list)]),
);
