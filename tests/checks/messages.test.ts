import { describe, expect, it } from 'vitest';
import { languages } from '../../scripts/checks/files.js';
import { readMessage, variantsFor } from '../../scripts/checks/message-format.js';
import messages from '../../scripts/checks/messages.js';
import { tree } from './tree.ts';

const settings = {
  locales: languages,
  'plugin.inlang.messageFormat': { pathPattern: ['./messages/award/{locale}.json'] },
};

/** The same messages in every language, changed in some. */
async function problemsOf(
  english: Record<string, unknown>,
  changes: Record<string, Record<string, unknown>> = {},
  allowed = {},
): Promise<string[]> {
  const files = languages.map((language) => [
    `messages/award/${language}.json`,
    changes[language] ?? english,
  ]);
  const root = await tree({
    ...Object.fromEntries(files),
    'project.inlang/settings.json': settings,
    'scripts/checks/same-as-english.json': allowed,
    'src/routes/+page.svelte': Object.keys(english)
      .map((key) => `{m.${key}()}`)
      .join('\n'),
  });
  return messages(root).problems;
}

const plural = (match: Record<string, string>): unknown => [
  {
    declarations: ['input count', 'local form = count: plural'],
    selectors: ['form'],
    match: Object.fromEntries(Object.entries(match).map(([form, text]) => [`form=${form}`, text])),
  },
];

const pluralProblems = (language: string, match: Record<string, string>): string[] => {
  const message = readMessage(plural(match));
  return typeof message === 'string' ? [message] : variantsFor(language, message);
};

describe('the check of the messages', () => {
  it('finds nothing in what is whole', async () => {
    expect(await problemsOf({ award_round: 'Round {year}' })).toEqual([]);
  });

  it('names a key that a language lacks and one that English lacks', async () => {
    expect(await problemsOf({ award_round: 'Round' }, { fi: { award_kierros: 'Kierros' } })).toEqual([
      'messages/award/fi.json: award_round is missing',
      'messages/award/fi.json: award_kierros is not in English',
    ]);
  });

  it('names a placeholder that was lost or misspelt in a translation', async () => {
    expect(
      await problemsOf({ award_until: 'Until {date}' }, { lv: { award_until: 'Līdz {datums}' } }),
    ).toEqual([
      'messages/award/lv.json: award_until lacks {date}',
      'messages/award/lv.json: award_until has {datums}, which English has not',
    ]);
  });

  it.each([
    ['Two  spaces', 'has a double space'],
    ['An end ', 'begins or ends with a space'],
    ['The jury\u0027s choice', 'has a straight quotation mark'],
    ['', 'is empty'],
    ['A pause , then more', 'has a space before a mark'],
  ])('sees the slip in “%s”', async (text, slip) => {
    const problems = await problemsOf({ award_text: 'Text' }, { sv: { award_text: text } });
    expect(problems).toEqual([`messages/award/sv.json: award_text ${slip}`]);
  });

  it('wants a long text that was left in English to be translated or allowed', async () => {
    const english = { award_text: 'The jury has decided' };
    const translated = Object.fromEntries(
      languages.slice(1, -1).map((language) => [language, { award_text: language }]),
    );
    expect(await problemsOf(english, translated)).toHaveLength(1);
    expect(await problemsOf(english, translated, { award_text: 'a quotation' })).toEqual([]);
    expect(await problemsOf({ award_text: 'Jury' }, {}, { award_text: 'stale' })).toHaveLength(1);
  });

  it('wants every key to begin with its room, so that no two rooms share one', async () => {
    expect(await problemsOf({ round: 'Round' })).toContain(
      'messages/award/en.json: round does not begin with award_',
    );
  });

  it('names a key that no page and no rule uses; a test is no use', async () => {
    const keys = ['award_shown', 'award_reason', 'award_tested', 'award_shown_long'];
    const messagesOfAll = Object.fromEntries(keys.map((key) => [key, key]));
    const root = await tree({
      ...Object.fromEntries(languages.map((language) => [`messages/award/${language}.json`, messagesOfAll])),
      'project.inlang/settings.json': settings,
      'scripts/checks/same-as-english.json': {},
      'src/routes/+page.svelte': '<p>{m.award_shown()}</p>',
      'src/domains/award/rules/late.ts': "refuse({ key: 'award_reason' })",
      'src/domains/award/rules/late.test.ts': "expect('award_tested')",
    });
    expect(messages(root).problems).toEqual([
      'messages/award/en.json: award_tested is used nowhere in src/',
      'messages/award/en.json: award_shown_long is used nowhere in src/',
    ]);
  });

  it('wants Paraglide to be told of every room', async () => {
    const root = await tree({
      'messages/plans/en.json': { plans_a: 'A' },
      'project.inlang/settings.json': settings,
      'scripts/checks/same-as-english.json': {},
    });
    expect(messages(root).problems).toContain('project.inlang/settings.json: does not name messages/plans');
  });
});

describe('plural forms', () => {
  it.each([
    ['en', ['one', 'other']],
    ['lv', ['zero', 'one', 'other']],
    ['lt', ['one', 'few', 'many', 'other']],
    ['pl', ['one', 'few', 'many', 'other']],
    ['fi', ['one', 'other']],
  ])('of %s are %s', (language, forms) => {
    const whole = Object.fromEntries(forms.map((form) => [form, '{count} practices']));
    expect(pluralProblems(language, whole)).toEqual([]);
    for (const left of forms) {
      const rest = Object.fromEntries(Object.entries(whole).filter(([form]) => form !== left));
      expect(pluralProblems(language, rest)).toEqual([
        `has no form “${left}” of form, which ${language} has`,
      ]);
    }
  });

  it('that a language has not are named', () => {
    expect(pluralProblems('de', { one: '{count} a', few: '{count} b', other: '{count} c' })).toEqual([
      'has a form “few” of form, which de has not',
    ]);
  });

  it('may leave the number out only where the form means one number', () => {
    expect(pluralProblems('en', { one: 'one practice', other: '{count} practices' })).toEqual([]);
    // In Latvian “one” is also 21 and 31.
    expect(
      pluralProblems('lv', { zero: '{count} prakšu', one: 'viena prakse', other: '{count} prakses' }),
    ).toEqual(['lacks {count} in the form “one”, which is used for several numbers']);
  });

  it('in a form that cannot be read are named', () => {
    expect(readMessage([{ selectors: ['form'], match: { 'form=one': 'x' } }])).toBe(
      'selects by form, which is not declared',
    );
    expect(readMessage(7)).toBe('is neither a text nor one set of variants');
  });
});
