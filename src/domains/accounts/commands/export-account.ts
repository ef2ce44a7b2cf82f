import { done, type Result } from '#platform/result.ts';
import { appendAudit } from '#platform/audit/append-audit.ts';
import { textBytes, zipOf } from '#services/archives/index.ts';
import { inLanguage, m, type Language } from '#services/i18n/index.ts';
import { actedBy, type ActContext } from '../act-context.ts';
import type { HeldFile, PersonalRoom } from '../personal-room.ts';
import { heldAbout, type HeldMail } from '../store/held-about.ts';
import type { PersonId } from '../model.ts';
import { asOwner } from './own-act.ts';

/**
 * All that is held about the actor, here and in `rooms`, as a ZIP archive (GDPR, article 15 and 20): everything as data, what can be read by
 * itself as files, and what each of them is. That it was asked for is noted.
 */
export async function exportAccount(
  ctx: ActContext,
  rooms: readonly PersonalRoom[],
): Promise<Result<Uint8Array>> {
  const owner = await asOwner(ctx, 'export');
  if (!owner.ok) return owner;
  const { db, clock } = ctx;
  const { id } = owner.value.person;
  const language = owner.value.person.language;
  const own = await heldAbout(db, id);
  const others = [];
  for (const room of rooms) others.push(await room.held(db, id as PersonId, language));
  const data = { ...own, ...Object.assign({}, ...others.map((held) => held.data)) } as Record<
    string,
    unknown
  >;
  const at = clock.now();
  const files: HeldFile[] = [
    {
      name: 'data.json',
      bytes: textBytes(`${JSON.stringify({ exportedAt: at.toISOString(), ...data }, null, 2)}\n`),
      what: inLanguage(language, () => m.accounts_export_data()),
    },
    ...mailFiles(own.mails, language),
    ...others.flatMap((held) => held.files),
  ];
  await db
    .transaction()
    .execute((trx) =>
      appendAudit(trx, { ...actedBy(ctx), act: 'person.export', subject: { kind: 'person', id } }),
    );
  return done(zipOf([readMe(files, at, language), ...files], at));
}

/** What every file is, in the person's language; files of one folder in one line. */
function readMe(files: readonly HeldFile[], at: Date, language: Language): HeldFile {
  const lines = Map.groupBy(files, ({ name, what }) => `${name.replace(/[^/]*$/, '') || name}: ${what}`);
  const text = inLanguage(language, () =>
    [
      m.accounts_export_heading(),
      m.accounts_export_made({ date: at.toISOString().slice(0, 10) }),
      '',
      ...lines.keys(),
      '',
      m.accounts_export_not(),
    ].join('\r\n'),
  );
  // A mark at its beginning, by which old editors know the alphabet.
  return { name: 'README.txt', bytes: textBytes(`\uFEFF${text}\r\n`), what: '' };
}

function mailFiles(mails: readonly HeldMail[], language: Language): HeldFile[] {
  const what = inLanguage(language, () => m.accounts_export_mail());
  return mails
    .filter((mail) => mail.text !== null)
    .map(({ id, at, kind, subject, text }) => ({
      name: `mails/${at.slice(0, 10)}-${id}-${kind}.txt`,
      bytes: textBytes(`\uFEFF${[subject, at, '', text].join('\r\n')}\r\n`),
      what,
    }));
}
