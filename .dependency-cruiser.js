/*
 * The fences: who may import whom. It is the table of docs/decisions on the three rings, as rules; each has a
 * file in tests/fences/fixtures that breaks it on purpose, so that a fence which no longer bites fails a test.
 * Tests may reach anywhere, and so they are not looked at.
 */

/** The order of the rooms: a room may use those before it, never one after it. */
export const roomOrder = [
  'places',
  'vocabulary',
  'accounts',
  'practices',
  'plans',
  'award',
  'events',
  'news',
  'pages',
  'mentoring',
  'learning',
  'network',
];

const test = '\\.(test|spec)\\.ts$';
const pure = '^src/domains/([^/]+)/(?:rules/|(?:model|policy)(?:\\.ts$|/))';
const forms = '^src/domains/([^/]+)/forms/';
const store = '^src/domains/([^/]+)/store/';
const acts = '^src/domains/([^/]+)/(?:commands|queries)/';
const faces = '^src/(?:ui|routes|jobs|cli|server|hooks)';

/** Small pure modules that every ring may use: results, the clock, ids, etags, the list of languages. */
const plainValues =
  '^src/(?:platform/(?:result|clock|ids|etag|mail-address)\\.ts$|services/i18n/languages\\.ts$)';
const door = '^src/domains/[^/]+/(?:index\\.ts$|forms/)';
const sql = '(?:^|node_modules/)(?:kysely|pg)(?:/|$)';
const framework = '^\\$(?:app|env)|(?:^|node_modules/)(?:svelte|@sveltejs/[^/]+)(?:/|$)';
const aPackage = ['npm', 'npm-dev', 'npm-optional', 'npm-peer', 'npm-bundled', 'npm-no-pkg', 'npm-unknown'];

/** @typedef {{ name: string, comment: string, from: object, to: object }} Fence */

/** @param {string} name @param {string} comment @param {object} from @param {object} to @returns {Fence} */
const fence = (name, comment, from, to) => ({ name, comment, from: { pathNot: test, ...from }, to });

const pureFences = [
  fence(
    'rules-without-node',
    'Rules, policy and model get values and the clock passed in.',
    { path: pure },
    { dependencyTypes: ['core'] },
  ),
  fence(
    'rules-without-packages',
    'Rules, policy and model are plain TypeScript.',
    { path: pure },
    { dependencyTypes: aPackage },
  ),
  fence('rules-without-framework', 'Rules know no SvelteKit.', { path: pure }, { path: framework }),
  fence(
    'rules-look-inward',
    'Rules see their own room, results, the clock and types.',
    { path: pure },
    { path: '^src/(?:platform|services)/', pathNot: plainValues, dependencyTypesNot: ['type-only'] },
  ),
  fence(
    'rules-before-acts',
    'Rules are inside: forms, store, commands, queries and the door of the room are outside.',
    { path: pure },
    { path: '^src/domains/$1/(?:forms|store|commands|queries|index\\.ts$)' },
  ),
  fence(
    'rules-take-types-of-other-rooms',
    'A rule gets facts of another room as values; only types are imported.',
    { path: pure },
    { path: '^src/domains/', pathNot: '^src/domains/$1/', dependencyTypesNot: ['type-only'] },
  ),
];

const formFences = [
  fence(
    'forms-only-zod',
    'A form is a zod schema; it needs no other package and nothing of Node.',
    { path: forms },
    { dependencyTypes: ['core', ...aPackage], pathNot: '(?:^|node_modules/)zod(?:/|$)' },
  ),
  fence(
    'forms-look-inward',
    'Forms see the rules and the model of their room, and no service or platform.',
    { path: forms },
    { path: '^src/(?:platform|services)/', pathNot: plainValues },
  ),
  fence(
    'forms-before-acts',
    'Forms do not know store, commands, queries or the door of their room.',
    { path: forms },
    { path: '^src/domains/$1/(?:store|commands|queries|policy\\.ts$|index\\.ts$)' },
  ),
  fence(
    'forms-take-types-of-other-rooms',
    'Only types of another room.',
    { path: forms },
    { path: '^src/domains/', pathNot: '^src/domains/$1/', dependencyTypesNot: ['type-only'] },
  ),
];

const storeFences = [
  fence(
    'store-without-services',
    'SQL only; what a service does is asked for by commands.',
    { path: store },
    { path: '^src/services/', pathNot: plainValues },
  ),
  fence(
    'store-below-acts',
    'The store does not know who calls it.',
    { path: store },
    { path: '^src/domains/$1/(?:forms|commands|queries|policy\\.ts$|index\\.ts$)' },
  ),
  fence(
    'store-decides-nothing',
    'Types of the rules only: a store that calls a rule decides.',
    { path: store },
    { path: '^src/domains/$1/rules/', dependencyTypesNot: ['type-only'] },
  ),
  fence(
    'store-keeps-to-its-room',
    'Only types of another room.',
    { path: store },
    { path: '^src/domains/', pathNot: '^src/domains/$1/', dependencyTypesNot: ['type-only'] },
  ),
];

const roomFences = [
  fence(
    'sql-in-stores-only',
    'Commands and queries write no SQL; they may name the type of the connection.',
    { path: acts },
    { path: sql, dependencyTypesNot: ['type-only'] },
  ),
  fence(
    'rooms-know-no-face',
    'A room does not know pages, jobs or the command line.',
    { path: '^src/domains/' },
    { path: faces },
  ),
  fence(
    'rooms-know-no-framework',
    'No SvelteKit in a room.',
    { path: '^src/domains/(?!.*/rules/)' },
    { path: framework },
  ),
  fence(
    'through-the-door',
    'Another room is entered through its index.ts or its forms/.',
    { path: '^src/domains/([^/]+)/' },
    { path: '^src/domains/', pathNot: ['^src/domains/$1/', door] },
  ),
  ...roomOrder
    .slice(0, -1)
    .map((room, place) =>
      fence(
        `no-arrow-back-from-${room}`,
        `The order of rooms: ${roomOrder.join(' ← ')}. What must flow the other way goes through an event or a service.`,
        { path: `^src/domains/${room}/` },
        { path: `^src/domains/(?:${roomOrder.slice(place + 1).join('|')})/` },
      ),
    ),
];

const outerFences = [
  fence(
    'services-know-no-room',
    'Services serve the rooms and know no subject.',
    { path: '^src/services/' },
    { path: ['^src/domains/', faces] },
  ),
  fence(
    'services-know-no-framework',
    'Services run in jobs as well.',
    { path: '^src/services/' },
    { path: framework },
  ),
  fence(
    'platform-is-the-floor',
    'Platform stands on nothing of ours.',
    { path: '^src/platform/' },
    { path: ['^src/(?:domains|services)/', faces] },
  ),
  fence(
    'platform-knows-no-framework',
    'Platform runs without SvelteKit.',
    { path: '^src/platform/' },
    { path: framework },
  ),
  fence(
    'ui-takes-types-of-rooms',
    'A component is given what it shows.',
    { path: '^src/ui/' },
    { path: '^src/domains/', dependencyTypesNot: ['type-only'] },
  ),
  fence(
    'ui-only-words',
    'Of the services, a component uses i18n only.',
    { path: '^src/ui/' },
    { path: '^src/services/', pathNot: '^src/services/i18n/' },
  ),
  fence(
    'ui-without-platform',
    'A component opens nothing.',
    { path: '^src/ui/' },
    { path: '^src/(?:platform|routes|jobs|cli|server|hooks)', dependencyTypesNot: ['type-only'] },
  ),
  fence(
    'outside-through-the-door',
    'Pages, jobs and the command line enter a room by index.ts or forms/.',
    { path: '^src/(?!domains/)' },
    { path: '^src/domains/', pathNot: door },
  ),
  fence(
    'no-sql-in-faces',
    'Pages, jobs and components write no SQL; the process that starts the database may speak to it.',
    { path: '^src/(?:ui|routes|jobs|cli|hooks)' },
    { path: sql },
  ),
  fence(
    'routes-are-thin',
    'A page parses, calls a command or a query, and answers.',
    { path: '^src/routes/' },
    { path: '^src/services/', pathNot: '^src/services/i18n/', dependencyTypesNot: ['type-only'] },
  ),
  fence(
    'routes-take-session-and-config',
    'Of the platform, a page uses session and config, and /ready its question; the rest comes in its context.',
    { path: '^src/routes/' },
    {
      path: '^src/(?:platform|jobs|cli)/',
      pathNot: ['^src/platform/(?:session|config|database/ready\\.ts$)', plainValues],
      dependencyTypesNot: ['type-only'],
    },
  ),
];

const everywhere = [
  fence(
    'no-cycles',
    'A cycle cannot be read from one end.',
    { path: '^src/' },
    { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
  ),
  fence(
    'only-listed-packages',
    'What runs is a runtime dependency of package.json; only `npm run dev` is a tool itself.',
    { path: '^src/', pathNot: [test, '^src/server/dev\\.ts$'] },
    { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['type-only', 'npm'] },
  ),
];

export const options = {
  doNotFollow: { path: ['node_modules', 'src/services/i18n/paraglide/'] },
  exclude: { path: ['^src/services/i18n/paraglide/', '/\\$types$'] },
  // Types are dependencies too, and some fences let only them pass.
  tsPreCompilationDeps: true,
  moduleSystems: ['es6'],
  enhancedResolveOptions: {
    exportsFields: ['exports'],
    conditionNames: ['svelte', 'import', 'node', 'default', 'types'],
    extensions: ['.ts', '.js', '.svelte', '.d.ts'],
  },
};

export default {
  forbidden: [...pureFences, ...formFences, ...storeFences, ...roomFences, ...outerFences, ...everywhere].map(
    (rule) => ({
      severity: 'error',
      ...rule,
    }),
  ),
  options,
};
