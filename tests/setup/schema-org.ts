import { readFileSync } from 'node:fs';

type Terms = { types: Record<string, { parents: string[]; properties: string[] }> };

const { types } = JSON.parse(readFileSync(new URL('./schema-org.json', import.meta.url), 'utf8')) as Terms;
const named = (name: string) => ({ '@id': `schema:${name}` });

/** The vocabulary as schema.org publishes it, for the validator: our types and those above them. */
export const schemaOrgGraph = {
  '@graph': Object.entries(types).flatMap(([type, { parents, properties }]) => [
    { ...named(type), '@type': 'rdfs:Class', 'rdfs:subClassOf': parents.map(named) },
    ...properties.map((property) => ({
      ...named(property),
      '@type': 'rdf:Property',
      'schema:domainIncludes': Object.keys(types)
        .filter((other) => types[other]?.properties.includes(property))
        .map(named),
    })),
  ]),
};

const terms = new Set([
  'query-input',
  ...Object.entries(types).flatMap(([type, { properties }]) => [type, ...properties]),
]);

/** The context of https://schema.org, word by word and without a default: a term that is none is lost, and seen to be. */
export const schemaOrgContext = {
  '@context': Object.fromEntries([...terms].map((term) => [term, `http://schema.org/${term}`])),
};
