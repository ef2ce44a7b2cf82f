-- The columns that a stored digest was taken over: a column that a later migration adds, or that the seed fills from some
-- release on, must not make a row look edited.
alter table seed_row add column stored_columns text[] not null default '{}';

-- What the first release's seed filled, in its order.
update seed_row set stored_columns = case table_name
  when 'country' then '{code,official_languages}'
  when 'region' then '{id,country_code,nuts_code}'
  when 'region_name' then '{region_id,language,name}'
  when 'place' then '{id,kind,country_code,region_id,name,lat,lon,coordinate_source,geonames_id,population,population_source,population_on}'
  when 'place_name' then '{place_id,language,name}'
  when 'place_title_year' then '{place_id,year}'
  when 'concept_scheme' then '{id,position}'
  when 'concept_scheme_label' then '{scheme_id,language,label,label_plural,scope_note}'
  when 'concept' then '{id,scheme_id,code,broader_id,position}'
  when 'concept_label' then '{concept_id,language,label,scope_note}'
  when 'challenge_dimension' then '{challenge_id,dimension_id,reason}'
  when 'practice' then '{id,slug,original_language,course,year_start,year_end,organiser,cost_eur,licence,verified_on,published_on}'
  when 'practice_text' then '{practice_id,language,state,title,teaser}'
  when 'practice_place' then '{practice_id,place_id,position}'
  when 'practice_concept' then '{practice_id,concept_id,position}'
  when 'practice_partner' then '{practice_id,position,name}'
  when 'practice_source' then '{practice_id,position,url,read_on}'
  else '{}'
end::text[];

-- A translation had title and teaser only, an original everything.
update seed_row set stored_columns = stored_columns
  || '{summary,challenge,what_was_done,first_steps,what_went_wrong,outcomes,outcome_evidence,participants,effort,time_to_first_event,cost_note,funding}'::text[]
where table_name = 'practice_text'
  and exists (select from practice where concat_ws(' ', id::text, original_language) = row_key);

-- The seed's checksum now has a name, beside that of the search's rules.
delete from seed_row where table_name = '';
