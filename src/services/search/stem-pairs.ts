import type { Language } from '#services/i18n/languages.ts';

/**
 * Words of the programme's field, each with inflected forms that a reader may type: the lemma first. What is reached with
 * these must not be lost again; how well any word is found is measured by bench/search-recall.ts on words of dictionaries.
 */
export const inflections: Readonly<Record<Language, string>> = {
  en: `library libraries; choir choirs; community communities; loneliness lonely; volunteer volunteers volunteering;
    elderly elders; neighbour neighbours neighbour's; participate participating participated participation; building buildings;
    city cities; festival festivals; child children; resident residents; story stories; isolate isolated isolation; music musical`,
  lv: `jaunietis jaunieši jauniešiem jauniešu jaunietim; bibliotēka bibliotēkas bibliotēkā bibliotēkām bibliotēku;
    iedzīvotājs iedzīvotāji iedzīvotājiem iedzīvotājus iedzīvotāju; vientulība vientulības vientulībā vientulību; ēka ēkas ēkā ēku ēkām;
    koris kori kora koriem korī; pasākums pasākumi pasākumiem pasākumā pasākumu; ģimene ģimenes ģimeņu ģimenēm;
    kaimiņš kaimiņi kaimiņu kaimiņiem kaimiņus; vecs veca vecajam vecie vecajiem vecākās; brīvprātīgais brīvprātīgie brīvprātīgo brīvprātīgajiem;
    māja mājas mājā mājām mājai; skola skolā skolām skolu; latvietis latvieši latviešu latviešiem; cilvēks cilvēki cilvēkiem cilvēkus;
    upe upes upju upēm; skaņa skaņas skaņu skaņām; vēsture vēsturē vēstures; pilsēta pilsētas pilsētā pilsētu pilsētām;
    lācis lāča lāči lāčiem; brālis brāļa brāļi brāļiem; iestāde iestādes iestāžu iestādēm; tirgus tirgu tirgum tirgū; svētki svētku svētkos svētkiem;
    muzejs muzeja muzejā muzeji; ceļš ceļa ceļu ceļi; mežs meža mežā meži; jauns jauna jaunajiem jaunās jaunu;
    iesaistīšanās iesaistīšanos; dziesma dziesmas dziesmu dziesmām; seniors seniori senioriem; kopiena kopienas kopienā kopienu`,
  lt: `biblioteka bibliotekos bibliotekoje biblioteką; jaunimas jaunimo jaunimui; vienišumas vienišumo vienišumą;
    bendruomenė bendruomenės bendruomenei bendruomenių; miestas miesto mieste miestai miestų; choras choro chore chorai;
    kaimynas kaimynai kaimynų kaimynams; savanoris savanoriai savanorių savanoriams; vaikas vaikai vaikams vaikų;
    šventė šventės šventę švenčių; mokykla mokyklos mokykloje; pastatas pastatai pastatų pastatuose; muziejus muziejaus muziejuje;
    senjoras senjorai senjorams; kultūra kultūros kultūrą; gyventojas gyventojai gyventojų gyventojams`,
  et: `raamatukogu raamatukogus raamatukogude raamatukogud; noor noored noorte noortele; koor koori koorid kooris;
    linn linna linnas linnad linnade; üksindus üksinduse üksindust; kogukond kogukonna kogukonnad kogukonnas; laps lapsed laste lastele;
    maja majas majad majade; naaber naabrid naabrite naabritele; vabatahtlik vabatahtlikud vabatahtlike;
    festival festivali festivalid festivalil; muusika muusikas muusikat; pere pered perede peredele; kool koolis koolid koolide;
    eakas eakad eakate eakatele; elanik elanikud elanike elanikele`,
  fi: `kirjasto kirjastot kirjastossa kirjastojen; nuori nuoret nuorten nuorille; yksinäisyys yksinäisyyden yksinäisyyttä;
    kaupunki kaupungin kaupungissa kaupungit; kuoro kuorot kuorossa kuorojen; yhteisö yhteisöt yhteisössä yhteisöjen;
    lapsi lapset lasten lapsille; naapuri naapurit naapurin naapureille; vapaaehtoinen vapaaehtoiset vapaaehtoisten;
    talo talot talossa talojen; kulttuuri kulttuurin kulttuuria kulttuurissa; musiikki musiikin musiikkia; koulu koulut koulussa;
    asukas asukkaat asukkaiden; perhe perheet perheiden; tapahtuma tapahtumat tapahtumassa tapahtumia`,
  sv: `bibliotek biblioteket biblioteken; ungdom ungdomar ungdomarna ungdomens; ensamhet ensamheten; kör körer kören körerna;
    stad städer staden; barn barnen barns; granne grannar grannarna; volontär volontärer volontärerna; festival festivalen festivaler;
    äldre äldres; by byn byar byarna; förening föreningar föreningen föreningarna; museum museet museer; skola skolor skolan skolorna;
    byggnad byggnader byggnaden; invånare invånarna invånarnas`,
  da: `bibliotek biblioteket biblioteker bibliotekerne; ung unge unges; ensomhed ensomheden; kor koret korene; by byen byer byerne;
    barn børn barnet; nabo naboer naboen naboerne; frivillig frivillige frivilliges; festival festivalen festivaler;
    forening foreninger foreningen foreningerne; skole skoler skolen skolerne; museum museet museer museerne; borger borgere borgerne;
    bygning bygninger bygningen bygningerne; fællesskab fællesskabet fællesskaber; ældre ældres`,
  de: `bibliothek bibliotheken; jugendlicher jugendliche jugendlichen; einsamkeit; chor chöre chören chors; stadt städte städten;
    kind kinder kindern kindes; nachbar nachbarn nachbars; freiwillige freiwilligen freiwilliger; fest feste festes festen;
    verein vereine vereins vereinen; schule schulen; museum museen museums; gebäude gebäuden gebäudes; haus häuser häusern hauses;
    bewohner bewohnern bewohners; lied lieder liedern liedes; dorf dörfer dörfern dorfes`,
  pl: `biblioteka biblioteki bibliotece bibliotek bibliotekę; młodzież młodzieży młodzieżą; samotność samotności samotnością; chór chóry chórów chóru;
    miasto miasta miast miastem; dziecko dzieci dzieciom; sąsiad sąsiedzi sąsiadów sąsiadom; wolontariusz wolontariusze wolontariuszy wolontariuszom;
    festiwal festiwale festiwalu festiwali; szkoła szkoły szkole szkół; muzeum muzea muzeów; budynek budynki budynków budynku;
    mieszkaniec mieszkańcy mieszkańców mieszkańcom; społeczność społeczności społecznością; kultura kultury kulturze kulturą; senior seniorzy seniorów seniorom`,
};

/** The pairs of lemma and inflected form of a language. */
export function pairs(language: Language): (readonly [lemma: string, form: string])[] {
  return inflections[language].split(';').flatMap((line) => {
    const [lemma = '', ...forms] = line.trim().split(/\s+/);
    return forms.map((form) => [lemma, form] as const);
  });
}
