import fc from 'fast-check';
import { expect, test } from 'vitest';
import { stemLatvian } from './latvian-stemmer.ts';

test.each([
  [
    'the young, hard t softened',
    'jaunietis jaunieti jaunietim jaunietī jaunieša jaunieši jauniešu jauniešiem jauniešus jauniešos',
  ],
  ['Latvians', 'latvietis latvieša latvieši latviešu latviešiem'],
  ['1st declension', 'bērns bērna bērnam bērnu bērnā bērni bērniem bērnus bērnos'],
  ['1st declension in -š', 'kaimiņš kaimiņa kaimiņam kaimiņi kaimiņiem kaimiņus'],
  ['2nd declension, l softened', 'brālis brāļa brālim brāli brāļi brāļu brāļiem'],
  ['2nd declension, c softened', 'lācis lāča lācim lāči lāču lāčiem'],
  ['2nd declension, n after l softened', 'vilnis viļņa viļņi viļņu'],
  ['3rd declension', 'tirgus tirgum tirgu tirgū tirgi tirgiem'],
  ['4th declension', 'māja mājas mājai māju mājā mājām mājās'],
  ['4th declension, two letters', 'ēka ēkas ēku ēkā ēkām'],
  ['5th declension', 'ģimene ģimenes ģimenei ģimeni ģimeņu ģimenēm ģimenēs'],
  ['5th declension, d softened', 'iestāde iestādes iestādei iestāžu iestādēm'],
  ['5th declension, p softened', 'upe upes upju upēm'],
  ['6th declension, v softened', 'zivs zivi zivis zivju zivīm'],
  ['reflexive', 'iesaistīšanās iesaistīšanos'],
  ['doers', 'iedzīvotājs iedzīvotāja iedzīvotāji iedzīvotāju iedzīvotājiem iedzīvotāju'],
  [
    'adjectives, indefinite and definite',
    'vecs veca vecam veci vecas veciem vecais vecā vecajam vecajai vecajā vecie vecajiem vecajos vecajām vecajās',
  ],
  ['definite only', 'brīvprātīgais brīvprātīgā brīvprātīgo brīvprātīgajam brīvprātīgie brīvprātīgajiem'],
  ['loan words', 'bibliotēka bibliotēkas bibliotēkā bibliotēku bibliotēkām bibliotēkās'],
  ['without diacritics', 'jauniešiem jauniesiem jaunietis'],
])('%s: all forms have one stem', (_, forms) => {
  expect(new Set(forms.split(' ').map(stemLatvian)).size).toBe(1);
});

test.each([
  ['māte', 'māsa'],
  ['koris', 'kara'],
  ['skola', 'skaņa'],
  ['bērns', 'bars'],
  ['jaunietis', 'jauns'],
  ['māja', 'maize'],
  ['dziesma', 'diena'],
])('%s and %s keep different stems', (one, other) => {
  expect(stemLatvian(one)).not.toBe(stemLatvian(other));
});

test('a stem is never empty and never without a vowel where the word had one', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[a-zāčēģīķļņšūž]{1,15}$/), (word) => {
      const stem = stemLatvian(word);
      expect(stem).not.toBe('');
      if (/[aeiouāēīū]/.test(word)) expect(stem).toMatch(/[aeiou]/);
    }),
  );
});
