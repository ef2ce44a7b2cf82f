import { actorJson, detailJson, partDigest, subjectJson, type HashedEntry } from './digests.ts';

/** An entry with its values, as the verifier reads them. */
export interface StoredEntry extends HashedEntry {
  readonly previous: Buffer;
  readonly hash: Buffer;
  readonly actor_salt: Buffer | null;
  readonly actor_id: string | null;
  readonly actor_name: string | null;
  readonly subject_salt: Buffer | null;
  readonly subject_person_id: string | null;
  readonly detail_salt: Buffer | null;
  readonly before: string | null;
  readonly after: string | null;
  readonly about: string[] | null;
}

/** The three parts of a value. */
export type Part = 'actor' | 'subject' | 'detail';

type PartState = 'kept' | 'none' | 'erased' | 'altered';

function stateOf(
  digest: Buffer | null,
  salt: Buffer | null,
  values: readonly unknown[],
  json: () => string,
): PartState {
  if (salt === null && values.every((value) => value === null)) return digest === null ? 'none' : 'erased';
  if (digest === null || salt === null) return 'altered';
  return digest.equals(partDigest(salt, json())) ? 'kept' : 'altered';
}

/** Which part of the value is not what the entry's digest was taken over, if one is; and how many parts were emptied. */
export function checkParts(entry: StoredEntry): { readonly altered?: Part; readonly erased: number } {
  const { actor_id, actor_name, subject_person_id, before, after, about } = entry;
  const states: readonly (readonly [Part, PartState])[] = [
    [
      'actor',
      stateOf(entry.actor_digest, entry.actor_salt, [actor_id, actor_name], () =>
        actorJson(String(actor_id), actor_name),
      ),
    ],
    [
      'subject',
      stateOf(entry.subject_digest, entry.subject_salt, [subject_person_id], () =>
        subjectJson(String(subject_person_id)),
      ),
    ],
    [
      'detail',
      stateOf(entry.detail_digest, entry.detail_salt, [before, after, about], () =>
        detailJson(about ?? [], before, after),
      ),
    ],
  ];
  const altered = states.find(([, state]) => state === 'altered')?.[0];
  const erased = states.filter(([, state]) => state === 'erased').length;
  return altered === undefined ? { erased } : { altered, erased };
}
