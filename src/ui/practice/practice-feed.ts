import { generateAtomFeed } from 'feedsmith';
import type { LatestPractice } from '#domains/practices/index.ts';
import { m, type Language } from '#services/i18n/index.ts';
import { paths } from '../paths.ts';
import { xmlText } from '../pearl/xml.ts';
import { siteName } from '../site-name.ts';
import { commonLicence } from './licence.ts';

type Feed = {
  practices: readonly LatestPractice[];
  title: string;
  language: Language;
  origin: string;
  /** Of the feed, and of the list that holds the same; with their parameters. */
  self: string;
  list: string;
};

/** New practices as an Atom feed (RFC 4287), in the reader's language as far as there are texts in it. */
export function practiceFeed({ practices, title, language, origin, self, list }: Feed): string {
  const publisher = { name: siteName, uri: `${origin}${paths.home(language)}` };
  const licence = commonLicence(practices);
  const changed = practices.map(({ changedAt }) => changedAt.getTime());
  return generateAtomFeed({
    // The address of the unchanging kind: a feed in a language, or under filters, is a feed of its own.
    id: origin + self,
    title: { value: xmlText(title) },
    subtitle: { value: m.practices_list_description() },
    // An empty feed has never changed.
    updated: new Date(Math.max(0, ...changed)),
    links: [
      { href: origin + self, rel: 'self', type: 'application/atom+xml' },
      { href: origin + list, rel: 'alternate', type: 'text/html', hreflang: language },
      ...(licence?.url ? [{ href: licence.url, rel: 'license' }] : []),
    ],
    authors: [publisher],
    ...(licence && { rights: { value: xmlText(licence.name) } }),
    icon: `${origin}/favicon.svg`,
    xml: { lang: language },
    entries: practices.map((practice) => entry(practice, language, origin)),
  });
}

function entry(practice: LatestPractice, language: Language, origin: string) {
  const foreign = practice.language === language ? {} : { xml: { lang: practice.language } };
  const teaser = xmlText(practice.teaser);
  return {
    id: origin + paths.identifier(practice.identifier),
    title: { value: xmlText(practice.title), ...foreign },
    summary: {
      value: practice.state === 'machine' ? `${teaser} (${m.practices_card_machine()})` : teaser,
      ...foreign,
    },
    links: [
      {
        href: origin + paths.practice(language, practice.slug),
        rel: 'alternate',
        type: 'text/html',
        hreflang: language,
      },
    ],
    published: new Date(`${practice.publishedOn}T00:00:00Z`),
    updated: practice.changedAt,
    rights: { value: xmlText(practice.licence) },
    categories: practice.concepts.map(({ id, label }) => {
      const [scheme = '', code = ''] = id.split(':');
      return {
        term: code,
        scheme: `${origin}${paths.vocabulary(language)}#${scheme}`,
        label: xmlText(label),
      };
    }),
  };
}
