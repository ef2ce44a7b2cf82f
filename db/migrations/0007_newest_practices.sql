-- The feed reads practices by the day of publication again, newest first; under a filter too it stops at the first fifty that fit.
create index practice_newest on practice (published_on desc, id desc) where state = 'published';

-- Related practices: of a frequent concept only the newest are looked at. Also finds by the concept alone, as the former did.
create index practice_concept_newest on practice_concept (concept_id, practice_id desc);
drop index practice_concept_concept;
