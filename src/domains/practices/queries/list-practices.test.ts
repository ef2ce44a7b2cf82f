import { changeMark } from '#platform/changes/hearing.ts';
import { listenForChanges } from '#platform/changes/listen-for-changes.ts';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { loadSeed } from '../../../cli/seed.ts';
import { testDatabase, type TestDatabase } from '#platform/database/testing.ts';
import type { Language } from '#services/i18n/index.ts';
import { parseFilters } from '../forms/list-filters.ts';
import { facetNames } from '../model.ts';
import { countPractices } from './count-practices.ts';
import { listPractices, pageSize } from './list-practices.ts';
import { newestPractices } from './newest-practices.ts';

let database: TestDatabase;
let listening: ReturnType<typeof listenForChanges>;
beforeAll(async () => {
  database = await testDatabase();
  await loadSeed(database.db);
  // As the server does: who hears changes need not read the thesaurus for each list.
  listening = listenForChanges(database.url);
  await vi.waitUntil(() => changeMark() !== null, { timeout: 5000 });
});
afterAll(async () => {
  await listening.stop();
  await database.close();
});

const list = (query: string, language: Language = 'en') =>
  listPractices(database.db, parseFilters(new URLSearchParams(query)), language);

describe('the list of practices', () => {
  it('shows all of them over its pages, each once', async () => {
    const pages = await Promise.all([list(''), list('page=2')]);
    expect(pages[0]).toMatchObject({ total: 48, pageCount: Math.ceil(48 / pageSize) });
    expect(new Set(pages.flatMap(({ practices }) => practices.map(({ id }) => id))).size).toBe(48);
  });

  it('takes several values of a facet as "or", and facets together as "and"', async () => {
    const latvia = await list('country=LV');
    const denmark = await list('country=DK');
    const both = await list('country=LV&country=DK');
    // A practice with places in both countries is found once.
    expect(both.total).toBeLessThanOrEqual(latvia.total + denmark.total);
    expect(both.total).toBeGreaterThan(Math.max(latvia.total, denmark.total));
    const lonely = await list('country=LV&country=DK&challenge=loneliness');
    expect(lonely.total).toBeLessThan(both.total);
    for (const practice of lonely.practices) expect(practice.conceptIds).toContain('challenge:loneliness');
  });

  it.each([
    'challenge=loneliness&country=FI',
    'q=theatre&country=FI',
    'q=culture&place=kiel&place=helsingborg',
  ])('counts each value under %s as choosing it would show', async (asked) => {
    const chosen = await list(asked);
    expect(chosen.total).toBeGreaterThan(0);
    for (const { name, values } of chosen.facets) {
      for (const { code, count, isChosen } of values.filter((value) => !value.isChosen).slice(0, 4)) {
        const others = chosen.filters.facets;
        const query = new URLSearchParams({ q: chosen.filters.q });
        for (const facet of facetNames)
          if (facet !== name) for (const value of others[facet]) query.append(facet, value);
        query.append(name, code);
        expect([name, code, isChosen, (await list(query.toString())).total]).toEqual([
          name,
          code,
          false,
          count,
        ]);
      }
    }
  });

  it.each([
    ['lv', 'jauniešiem'],
    ['lv', 'jaunietis'],
    ['de', 'Einsamkeit'],
    ['pl', 'samotności'],
    ['fi', 'yksinäisyys'],
    ['en', 'libraries'],
  ] as const)('finds in %s by "%s"', async (language, words) => {
    expect((await list(`q=${encodeURIComponent(words)}`, language)).total).toBeGreaterThan(0);
  });

  it('finds a town by any of its names, with or without its marks', async () => {
    for (const name of ['Pietarsaari', 'Jakobstad', 'Rujiena', 'Rūjiena', 'Ķīle']) {
      expect([name, (await list(`q=${name}`)).total > 0]).toEqual([name, true]);
    }
  });

  it('marks the words found', async () => {
    const { practices } = await list('q=library');
    const marked = practices
      .flatMap((practice) => [...practice.markedTitle, ...practice.markedTeaser])
      .filter(({ isMatch }) => isMatch);
    expect(marked.map(({ text }) => text.toLowerCase())).toContain('library');
  });

  it('asks every language when the reader’s own finds nothing, and says so', async () => {
    const found = await list('q=vientulība', 'pl');
    expect(found.exactTotal).toBe(0);
    expect(found.total).toBeGreaterThan(0);
    const countries = found.facets.find(({ name }) => name === 'country')?.values ?? [];
    for (const { code, count } of countries)
      expect((await list(`q=vientulība&country=${code}`, 'pl')).total).toBe(count);
  });

  it('says what to loosen when nothing matches, with how much that would give', async () => {
    const none = await list('q=choir&country=LV&method=hackathon');
    expect(none.total).toBe(0);
    for (const step of none.loosenings) expect(step.total).toBeGreaterThan(0);
    const one = await list('challenge=loneliness&country=XX');
    expect(one.loosenings).toEqual([{ drop: 'country', total: (await list('challenge=loneliness')).total }]);
  });

  it.each([
    ['q=choir&country=LV&method=hackathon', 'en'],
    ['q=yksinäisyys&country=NO&country=LV&culturalForm=food', 'pl'],
    ['q=vientulība&country=XX', 'pl'],
    ['q=vientulība&country=XX', 'lv'],
    ['q=library&country=XX&challenge=no-such-thing', 'de'],
  ] as const)('offers after %s in %s only what then is found, and as much', async (query, language) => {
    const none = await list(query, language);
    expect(none.total).toBe(0);
    expect(none.loosenings.length).toBeGreaterThan(0);
    for (const { drop, total } of none.loosenings) {
      const left = new URLSearchParams(query);
      for (const name of drop === 'facets' ? facetNames : [drop]) left.delete(name);
      expect([drop, (await list(left.toString(), language)).total]).toEqual([drop, total]);
    }
  });

  it('takes the words’ spelling for the fault only where they find nothing by themselves', async () => {
    const isBlamed = async (query: string) => (await list(query)).areWordsUnknown;
    expect(await isBlamed('q=zzqxvk')).toBe(true);
    expect(await isBlamed('q=zzqxvk&country=LV')).toBe(true);
    expect(await isBlamed('q=zzqxvk&country=LV&challenge=ageing')).toBe(true);
    expect(await isBlamed('q=library&country=XX')).toBe(false);
    expect(await isBlamed('q=library&country=XX&challenge=no-such-thing')).toBe(false);
    expect(await isBlamed('country=XX')).toBe(false);
  });

  it('forgives a slip of the hand and asks whether the word was meant', async () => {
    const found = await list('q=lonelyness');
    expect(found.correction).toBe('loneliness');
    expect(found.total).toBeGreaterThan(0);
    expect((await list('q=loneliness')).correction).toBe(null);
  });

  it.each([
    ['en', 'Denmark', 'DK'],
    ['lv', 'Dānijā', 'DK'],
    ['lv', 'Vācijas', 'DE'],
    ['fi', 'Tanskassa', 'DK'],
    ['pl', 'Łotwie', 'LV'],
    ['de', 'Schweden', 'SE'],
  ] as const)('finds the practices of a country by its name, %s "%s"', async (language, name, country) => {
    const found = await list(`q=${name}`, language);
    const all = await list(`country=${country}`, language);
    expect(found.total).toBeGreaterThanOrEqual(all.total);
    const ids = new Set(found.practices.map(({ id }) => id));
    expect(all.practices.filter(({ id }) => ids.has(id)).length).toBe(all.practices.length);
  });

  it('finds a practice in no language of the reader through the notion, and says through which', async () => {
    const found = await list('q=yksinäisyys', 'fi');
    const [first] = found.practices;
    expect(first?.conceptIds).toContain('challenge:loneliness');
    const lonely = await list('q=elderly', 'en');
    expect(lonely.practices.some(({ foundThrough }) => foundThrough.length > 0)).toBe(true);
  });

  it('knows a town exactly, by its name in the reader’s language, and offers no town that is not chosen', async () => {
    const town = await list('place=kiel', 'lv');
    expect(town.total).toBeGreaterThan(0);
    for (const { places } of town.practices) expect(places.map(({ id }) => id)).toContain('kiel');
    expect(town.facets.find(({ name }) => name === 'place')?.values).toEqual([
      { code: 'kiel', label: 'Ķīle', count: town.total, isChosen: true },
    ]);
    expect((await list('')).facets.find(({ name }) => name === 'place')?.values).toEqual([]);
  });

  it('in the order "newest" begins with the newest of the front page', async () => {
    const listed = (await list('sort=newest')).practices.map(({ id }) => id);
    const newest = (await newestPractices(database.db, 'en', 6)).map(({ id }) => id);
    expect(newest).toEqual(listed.slice(0, 6));
  });

  it('in the order "newest" has plans after everything that a year is known of', async () => {
    const pages = await Promise.all([list('sort=newest'), list('sort=newest&page=2')]);
    const isDone = pages
      .flatMap(({ practices }) => practices)
      .map(({ course, yearStart, yearEnd }) => course !== 'planned' && (yearEnd ?? yearStart) !== null);
    expect(isDone.slice(isDone.indexOf(false))).not.toContain(true);
    expect(isDone[0]).toBe(true);
  });

  it('beyond its last page is empty, and the total stays', async () => {
    expect(await list('page=1e9&country=LV')).toMatchObject({
      total: (await list('country=LV')).total,
      practices: [],
      pageCount: 1,
    });
  });

  it('has the same totals as the front page’s counts', async () => {
    const { total, facets } = await list('');
    const values = (name: string) => facets.find((facet) => facet.name === name)?.values ?? [];
    expect(await countPractices(database.db, 'en')).toEqual({
      total,
      countries: values('country').length,
      challenges: values('challenge')
        .slice(0, 8)
        .map(({ code, label, count }) => ({ code, label, count })),
    });
  });

  it('keeps a value that nothing has as a filter that can be taken back', async () => {
    const { facets } = await list('challenge=no-such-thing');
    const value = facets.find(({ name }) => name === 'challenge')?.values.find(({ isChosen }) => isChosen);
    expect(value).toEqual({ code: 'no-such-thing', label: 'no-such-thing', count: 0, isChosen: true });
  });

  it('needs at most four statements where the vocabulary is kept', async () => {
    const statements: string[] = [];
    const counted = database.db.withPlugin({
      transformQuery: ({ node }) => node,
      transformResult: ({ result }) => {
        statements.push('one');
        return Promise.resolve(result);
      },
    });
    await listPractices(counted, parseFilters(new URLSearchParams()), 'en');
    for (const query of [
      '',
      'q=choir&country=LV',
      'q=vientulība',
      'q=choir&country=LV&method=hackathon',
      'q=zzzzzz',
      'q=theatre&country=LV&challenge=loneliness',
      'q=library&country=XX&challenge=no-such-thing',
      'q=vientulība&country=LV&challenge=loneliness',
      'q=yksinäisyys&country=NO&method=hackathon',
      'q=yksinäisyys&country=XX&challenge=loneliness',
      'q=zzzzzz&country=LV&challenge=loneliness',
    ]) {
      statements.length = 0;
      await listPractices(counted, parseFilters(new URLSearchParams(query)), 'pl');
      expect(statements.length, query).toBeLessThanOrEqual(4);
      expect(statements.length, query).toBeGreaterThanOrEqual(1);
    }
  });
});
