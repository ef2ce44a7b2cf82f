import Validator from '@adobe/structured-data-validator';
import jsonld from 'jsonld';
import { describe, expect, it } from 'vitest';
import { languages } from '../../src/services/i18n/languages.ts';
import { schemaOrgContext, schemaOrgGraph } from '../setup/schema-org.ts';
import { pageKinds, pageVariants } from './page-kinds.ts';
import { runningApp } from './running-app.ts';

type Data = { '@context': string; '@type': string } & Record<string, unknown>;

const app = await runningApp();

async function dataIn(path: string): Promise<Data[]> {
  const blocks = (await app.page(path)).querySelectorAll('script[type="application/ld+json"]');
  return blocks.map(({ rawText }) => JSON.parse(rawText) as Data);
}

/** Nothing is fetched: the one context that we name is the test's own. */
const documentLoader = (url: string) =>
  /^https:\/\/schema\.org\/?$/.test(url)
    ? Promise.resolve({ contextUrl: null, documentUrl: url, document: schemaOrgContext })
    : Promise.reject(new Error(`an unknown context: ${url}`));

const kinds = [
  ['home', 'WebSite'],
  ['list', 'Dataset'],
  ['practice', 'Article'],
] as const;

describe.each(kinds)('the data in the page "%s"', (kind, type) => {
  it.each(languages)('in %s expand by jsonld without losing a term', async (language) => {
    const [data, ...more] = await dataIn(pageKinds[kind](language));
    expect([data?.['@type'], more.length]).toEqual([type, 0]);
    // In safe mode a term without meaning is an error.
    const [expanded] = await jsonld.expand(data ?? {}, { documentLoader, safe: true });
    expect(expanded?.['@type']).toEqual([`http://schema.org/${type}`]);
    expect(Object.keys(expanded ?? {})).toHaveLength(Object.keys(data ?? {}).length - 1);
  });

  it('hold by the words of schema.org and by what search engines want, says an independent validator', async () => {
    const [data] = await dataIn(pageKinds[kind]('lv'));
    const found = { microdata: {}, rdfa: {}, errors: [], metatags: {} };
    const issues = await new Validator(schemaOrgGraph).validate({
      ...found,
      jsonld: { [type]: [structuredClone(data ?? {})] },
    });
    expect(issues).toEqual([]);
  });
});

it('the validator sees a wrong word and a breadcrumb without a place', async () => {
  const wrong = {
    '@type': 'Article',
    heading: 'x',
    mainEntityOfPage: {
      '@type': 'WebPage',
      breadcrumb: {
        '@type': 'BreadcrumbList',
        itemListElement: [
          { '@type': 'ListItem', name: 'x' },
          { '@type': 'ListItem', name: 'y' },
        ],
      },
    },
  };
  const issues = await new Validator(schemaOrgGraph).validate({
    jsonld: { Article: [wrong] },
    ...{ microdata: {}, rdfa: {}, errors: [], metatags: {} },
  });
  expect(issues.map(({ fieldNames }) => fieldNames).flat()).toContain('heading');
  expect(issues.some(({ severity }) => severity === 'ERROR')).toBe(true);
  await expect(
    jsonld.expand({ '@context': 'https://schema.org', ...wrong }, { documentLoader, safe: true }),
  ).rejects.toThrow();
});

it('a practice names the way to it in the reader’s language', async () => {
  const [data] = await dataIn(pageKinds.practice('de'));
  const page = data?.['mainEntityOfPage'] as { breadcrumb: { itemListElement: { item: string }[] } };
  expect(page.breadcrumb.itemListElement.map(({ item }) => item)).toEqual([
    `${app.origin}/de`,
    `${app.origin}/de/practices`,
    `${app.origin}${pageKinds.practice('de')}`,
  ]);
});

it('a filtered list is no data set of its own', async () => {
  expect(await dataIn(pageVariants['list under filters']('en'))).toEqual([]);
});
