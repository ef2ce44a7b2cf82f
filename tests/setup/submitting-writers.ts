import { randomUUID } from 'node:crypto';
import { pagesInOrder, wholeForm, type FormPage } from './whole-draft-form.ts';

/** What one writer was told about one draft: what is written here was acknowledged. */
export interface Told {
  readonly writer: number;
  readonly token: string;
  readonly title: string;
  draftId: number | null;
  readonly pages: Set<FormPage>;
  isSubmitted: boolean;
}

/** How the writers reach the site, which goes and comes back on one port. */
export interface Site {
  readonly origin: string;
  /** Resolves when the site takes requests again. */
  up(): Promise<void>;
  /** Whether writers should go on. */
  readonly isOver: () => boolean;
}

type Posted = { status: number; location: string };

/** A person may begin fifty drafts a day, and what nobody answers is tried again. */
const DRAFTS_EACH = 12;

/** How often a form is posted twice at once, as by a double click. */
const TWICE = 0.25;

/** One writer with a browser that posts forms: begins drafts, fills their six pages in and hands them in, until it is over or its accounts are used up. */
export function submittingWriter(site: Site, writer: number, cookies: readonly string[]) {
  const told: Told[] = [];
  const counts = { posts: 0, broken: 0, twice: 0 };
  let base = 1;
  let cookie = '';

  /** Undefined: nobody knows what became of it. */
  async function once(path: string, fields: readonly [string, string][]): Promise<Posted | undefined> {
    counts.posts++;
    try {
      const answer = await fetch(site.origin + path, {
        method: 'POST',
        redirect: 'manual',
        body: new URLSearchParams(fields.map(([name, value]) => [name, value])),
        headers: { cookie, origin: site.origin, accept: 'text/html' },
      });
      await answer.arrayBuffer();
      if (answer.status >= 500) return undefined;
      return { status: answer.status, location: answer.headers.get('location') ?? '' };
    } catch {
      counts.broken++;
      return undefined;
    }
  }

  /** Posts until somebody answers: whoever sees an error presses the button again when the site is back. */
  async function post(path: string, fields: readonly [string, string][]): Promise<Posted | undefined> {
    while (!site.isOver()) {
      const isDouble = Math.random() < TWICE;
      if (isDouble) counts.twice++;
      const answers = await Promise.all([once(path, fields), ...(isDouble ? [once(path, fields)] : [])]);
      const known = answers.find((answer) => answer?.status === 303) ?? answers.find(Boolean);
      if (known) return known;
      await site.up();
    }
    return undefined;
  }

  async function writeOne(): Promise<void> {
    const draft: Told = {
      writer,
      token: randomUUID(),
      title: `Kāpnes ${writer}-${told.length}`,
      draftId: null,
      pages: new Set(),
      isSubmitted: false,
    };
    told.push(draft);
    const begun = await post('/en/contribute', [
      ['once', draft.token],
      ['language', 'lv'],
      ['team', ''],
    ]);
    if (!begun) return;
    draft.draftId = Number(/\/contribute\/(\d+)\//.exec(begun.location)?.[1] ?? NaN);
    if (!draft.draftId) throw new Error(`A draft was not begun: ${begun.status} ${begun.location}`);
    const form = wholeForm({ title: draft.title, summary: draft.title });
    base = 1;
    for (const page of pagesInOrder) {
      // Files are sent otherwise.
      if (page === 'pictures') continue;
      const path = `/en/contribute/${draft.draftId}/${page}`;
      const saved = await post(path, [['base', String(base)], ...form[page]]);
      if (!saved) return;
      if (saved.status !== 303) throw new Error(`A page was refused: ${path} ${saved.status}`);
      draft.pages.add(page);
      base++;
    }
    const path = `/en/contribute/${draft.draftId}`;
    const submitted = await post(`${path}?/submit`, []);
    // 400: an earlier press, to which nobody answered, has handed it in; the draft itself says so.
    if (submitted?.status === 303) draft.isSubmitted = true;
  }

  return {
    told: told as readonly Told[],
    counts: counts as Readonly<typeof counts>,
    async write(): Promise<void> {
      while (!site.isOver() && told.length < cookies.length * DRAFTS_EACH) {
        cookie = cookies[Math.floor(told.length / DRAFTS_EACH)] ?? '';
        await writeOne();
      }
    },
  };
}
