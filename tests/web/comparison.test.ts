import { parse } from 'node-html-parser';
import { describe, expect, it } from 'vitest';
import { runningApp } from './running-app.ts';

const app = await runningApp();

const words = (text: string) => text.replace(/\s+/g, ' ').trim();

describe('the comparison', () => {
  it('marks in words what is common and what is only here', async () => {
    const page = await app.page('/en/practices/compare?id=NP-3&id=NP-5&id=NP-1');
    const row = page
      .querySelectorAll('tbody tr')
      .find((tr) => tr.querySelector('th')?.text.includes('Dimension'));
    const cells = row
      ?.querySelectorAll('td')
      .map((td) => td.querySelectorAll('.all li').map(({ text }) => text));
    expect(cells).toEqual([['Cooperation'], ['Cooperation'], ['Cooperation']]);
    expect(row?.text).toContain('Only here');
    expect(row?.text).toContain('Also in another');
  });

  const titleOf = async (id: number) =>
    (
      await app.db
        .selectFrom('practice_text')
        .select('title')
        .where('practice_id', '=', id)
        .where('language', '=', 'en')
        .executeTakeFirstOrThrow()
    ).title;

  it('explains the signs that stand in it and no other', async () => {
    for (const query of ['id=NP-3&id=NP-5', 'id=NP-3&id=NP-5&id=NP-1']) {
      const main = (await app.page(`/en/practices/compare?${query}`)).querySelector('main');
      const explained = main?.querySelectorAll('li > strong').map(({ text }) => text) ?? [];
      const marked = main?.querySelectorAll('.mark, .group').map(({ text }) => words(text).slice(2)) ?? [];
      expect(new Set(explained)).toEqual(new Set(marked));
      expect(explained).toHaveLength(new Set(explained).size);
      expect(explained.includes('Also in another')).toBe(query.endsWith('NP-1'));
    }
  });

  it('calls each practice by town and years where its title has no room', async () => {
    const page = await app.page('/en/practices/compare?id=NP-3&id=NP-5');
    const names = page.querySelectorAll('thead .short').map(({ text }) => words(text));
    expect(new Set(names).size).toBe(2);
    for (const name of names) expect(name).toMatch(/^\p{L}[^(]* \(.*\d{4}\)$/u);
    const cells = page
      .querySelectorAll('tbody tr')
      .map((row) => row.querySelectorAll('.whose').map(({ text }) => words(text)));
    for (const row of cells) expect(row).toEqual(names);
  });

  it('says which texts are in their original language because there is no translation', async () => {
    const says = async (language: string) =>
      (await app.page(`/${language}/practices/compare?id=NP-3&id=NP-5`)).querySelector('main')?.text ?? '';
    expect(await says('de')).toContain(
      'Noch nicht übersetzt; der vollständige Text erscheint in der Originalsprache (Englisch): ',
    );
    expect(await says('en')).not.toContain('Not translated yet');
  });

  it('names by its title what it leaves out, and what was withdrawn', async () => {
    const main = async (query: string) =>
      words((await app.page(`/en/practices/compare?${query}`)).querySelector('main')?.text ?? '');
    expect(await main('id=NP-3&id=NP-5&id=NP-1&id=NP-8')).toContain(`Left out: ${await titleOf(8)} (NP-8)`);
    await app.db.updateTable('practice').set({ state: 'archived' }).where('id', '=', 9).execute();
    const text = await main('id=NP-9&id=NP-3&id=NP-777777');
    await app.db.updateTable('practice').set({ state: 'published' }).where('id', '=', 9).execute();
    expect(text).toContain(`not compared: ${await titleOf(9)} (NP-9)NP-777777`);
    expect(text).toContain('Please choose two or three');
  });

  it.each([
    ['?id=NP-3&id=NP-777777', 0, 'NP-777777'],
    ['?id=NP-3&id=NP-5&id=NP-5', 2, 'In common'],
    ['?id=NP-3&id=NP-5&id=NP-1&id=NP-8', 3, 'Left out:'],
    [`?id='--&id=%22%3E&id=${'9'.repeat(90)}&id=NP-3&id=NP-5`, 2, 'In common'],
  ])('of %s is answered kindly', async (query, columns, words) => {
    const answer = await app.ask(`/en/practices/compare${query}`);
    expect(answer.status).toBe(200);
    const page = parse(answer.text);
    expect(page.querySelectorAll('thead th')).toHaveLength(columns);
    expect(page.querySelector('main')?.text).toContain(words);
  });
});
