/** What is asked of the audit log, as typed and as read. What cannot be read is left out. */
export interface AuditQuestion {
  readonly typed: Readonly<Record<'words' | 'act' | 'person' | 'subject' | 'from' | 'until', string>>;
  readonly filter: {
    words?: string;
    act?: string;
    actor?: number;
    subject?: { kind: string; id?: string };
    from?: Date;
    until?: Date;
  };
  readonly before: number | undefined;
}

const wholeNumber = (text: string): number | undefined =>
  /^\d{1,15}$/.test(text) && Number(text) > 0 ? Number(text) : undefined;

/** The beginning of a day in UTC, as the log counts days. */
function day(text: string, later = 0): Date | undefined {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return undefined;
  const at = new Date(`${text}T00:00:00Z`);
  return Number.isNaN(at.getTime()) ? undefined : new Date(at.getTime() + later * 86_400_000);
}

/** Reads it from an address: `words`, `act`, `person` (a number), `subject` (`kind` or `kind:id`), days `from` and `until`, `before`. */
export function parseAuditQuestion(parameters: URLSearchParams): AuditQuestion {
  const get = (name: string) => (parameters.get(name) ?? '').slice(0, 200).replaceAll('\0', '').trim();
  const typed = {
    words: get('words'),
    act: get('act'),
    person: get('person'),
    subject: get('subject'),
    from: get('from'),
    until: get('until'),
  };
  // A concept's id has a colon of its own.
  const [kind = '', ...rest] = typed.subject.split(':');
  const id = rest.length > 0 ? rest.join(':') : undefined;
  const actor = wholeNumber(typed.person);
  const from = day(typed.from);
  const until = day(typed.until, 1);
  const isPersonOdd = kind === 'person' && id !== undefined && wholeNumber(id) === undefined;
  return {
    typed,
    filter: {
      ...(typed.words && { words: typed.words }),
      ...(typed.act && { act: typed.act }),
      ...(actor !== undefined && { actor }),
      ...(kind && !isPersonOdd && { subject: { kind, ...(id && { id }) } }),
      ...(from && { from }),
      ...(until && { until }),
    },
    before: wholeNumber(get('before')),
  };
}
