import { sql } from 'kysely';
import type { PracticePicture, PracticeText, Source } from '../model.ts';

// Parts of a practice that hang on its row `p`, each as one JSON value: one statement reads a whole practice.

/** All texts of practice `p`, in our names. */
export const textsOf = sql<PracticeText[]>`(
  select jsonb_agg(jsonb_build_object(
    'language', t.language, 'state', t.state, 'title', t.title, 'teaser', t.teaser, 'summary', t.summary,
    'challenge', t.challenge, 'whatWasDone', t.what_was_done, 'firstSteps', t.first_steps, 'whatWentWrong', t.what_went_wrong,
    'outcomes', t.outcomes, 'outcomeEvidence', t.outcome_evidence, 'participants', t.participants, 'effort', t.effort,
    'timeToFirstEvent', t.time_to_first_event, 'costNote', t.cost_note, 'funding', t.funding) order by t.language)
  from practice_text t where t.practice_id = p.id)`;

export const placeIdsOf = sql<string[]>`array(
  select pp.place_id from practice_place pp where pp.practice_id = p.id order by pp.position)`;

export const conceptIdsOf = sql<string[]>`array(
  select pc.concept_id from practice_concept pc where pc.practice_id = p.id order by pc.position)`;

export const partnersOf = sql<string[]>`array(
  select pa.name from practice_partner pa where pa.practice_id = p.id order by pa.position)`;

export const sourcesOf = sql<Source[]>`coalesce((
  select jsonb_agg(jsonb_build_object('url', s.url, 'readOn', s.read_on, 'title', s.title) order by s.position)
  from practice_source s where s.practice_id = p.id), '[]')`;

const picture = sql`jsonb_build_object('digest', pi.digest, 'alt', pi.alt, 'credit', pi.credit, 'licence', pi.licence,
  'width', f.width, 'height', f.height)`;

export const picturesOf = sql<PracticePicture[]>`coalesce((
  select jsonb_agg(${picture} order by pi.position)
  from practice_picture pi join picture f on f.digest = pi.digest where pi.practice_id = p.id), '[]')`;

/** The first picture of practice `p`, or null. */
export const photoOf = sql<PracticePicture | null>`(
  select ${picture} from practice_picture pi join picture f on f.digest = pi.digest
  where pi.practice_id = p.id order by pi.position limit 1)`;
