import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { countryCodes } from './atlas.ts';
import { outlinesByFile, outlinesOf } from './outlines.ts';
import { pointOn, viewNames, viewOf } from './view.ts';

const numbersOf = (path: string) => path.match(/-?\d+/g)?.map(Number) ?? [];

describe('the outlines of a view', () => {
  it.each(viewNames)('of %s weigh at most 25 kB compressed, and are whole numbers only', (name) => {
    const { svg, countries } = outlinesOf(name);
    expect(gzipSync(svg).length).toBeLessThanOrEqual(25_000);
    expect(countries).toMatch(/^M[-\dMlz ]+z$/);
    expect(svg).not.toMatch(/NaN|style|script|\d\.\d/);
  });

  it('are drawn once', () => {
    expect(outlinesOf('region')).toBe(outlinesOf('region'));
  });

  it('have no land that covers everything', () => {
    const { countries, others, view } = outlinesOf('region');
    for (const path of [countries, others])
      for (const ring of path.split('z').filter(Boolean)) {
        const steps = numbersOf(ring);
        expect(steps.length, 'a frame around the view has four corners').toBeGreaterThan(4);
        const [x = 0, y = 0] = steps;
        expect(x > -200 && x < view.width + 200 && y > -200 && y < view.height + 200).toBe(true);
      }
  });

  it('keep every one of the programme’s countries inside its own view', () => {
    const capitals = {
      DK: [55.68, 12.57],
      EE: [59.44, 24.75],
      FI: [60.17, 24.94],
      DE: [52.52, 13.4],
      LV: [56.95, 24.11],
      LT: [54.69, 25.28],
      PL: [52.23, 21.01],
      SE: [59.33, 18.07],
    } as const;
    for (const code of countryCodes) {
      const [lat, lon] = capitals[code];
      expect(pointOn(viewOf(code), { lat, lon }), code).not.toBeNull();
    }
  });

  it('stand under a name that any digest leads to, and under no other', () => {
    const { file } = outlinesOf('LV');
    expect(file).toMatch(/^LV-[0-9a-f]{8}$/);
    expect([outlinesByFile('LV')?.file, outlinesByFile('LV-00000000')?.file]).toEqual([file, file]);
    for (const other of ['NO', 'lv', '', 'constructor', '../region', 'region-zz'])
      expect(outlinesByFile(other)).toBeNull();
  });
});

describe('a point of a view', () => {
  it('lies as on a map: north is up, east is right', () => {
    const view = viewOf('region');
    const [helsinki, tallinn, stockholm] = [
      [60.17, 24.94],
      [59.44, 24.75],
      [59.33, 18.07],
    ].map(([lat = 0, lon = 0]) => pointOn(view, { lat, lon }) ?? [0, 0]);
    expect(helsinki?.[1]).toBeLessThan(tallinn?.[1] ?? 0);
    expect(stockholm?.[0]).toBeLessThan(tallinn?.[0] ?? 0);
  });

  it('is none where the place lies outside', () => {
    expect(pointOn(viewOf('region'), { lat: 40, lon: 20 })).toBeNull();
    expect(pointOn(viewOf('region'), { lat: NaN, lon: 20 })).toBeNull();
  });
});
