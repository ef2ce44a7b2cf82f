import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { inLanguage } from '#services/i18n/index.ts';
import { regionMapSvg } from './standalone.ts';

const place = (id: string, name: string, lat: number, lon: number, countryCode: string) => ({
  id,
  name,
  lat,
  lon,
  countryCode,
  count: 1,
});
const places = [
  place('cesis', 'Cēsis', 57.31, 25.27, 'LV'),
  place('kiel', 'Kiel & "Förde"', 54.32, 10.13, 'DE'),
  place('schilksee', 'Schilksee', 54.42, 10.17, 'DE'),
];
const drawn = () => inLanguage('lv', () => regionMapSvg({ places, language: 'lv' }));

describe('the map as a document of its own', () => {
  it('needs no style sheet and leads nowhere', () => {
    const { svg } = drawn();
    expect(svg).not.toMatch(/var\(|class=|style|<a |href|<script|<use/);
    expect(svg.startsWith('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 960 ')).toBe(true);
    expect(gzipSync(svg).length).toBeLessThanOrEqual(25_000);
  });

  it('names its places, whatever stands in a name', () => {
    const names = [...drawn().svg.matchAll(/fill="#0b2e3f">([^<]*)<\/text>/g)].map(([, name]) => name);
    expect(names.toSorted()).toEqual(['Cēsis', 'Kiel &amp; &quot;Förde&quot; +1']);
  });

  it('says in words what it shows', () => {
    expect(drawn().alt).toBe('Baltijas jūras reģiona karte. Atzīmēts: Cēsis, Kiel & "Förde" un Schilksee');
  });
});
