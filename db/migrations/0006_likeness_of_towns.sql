-- What towns are compared by besides size and country. Null is "not known", never "no".
alter table place
  -- From the place's point to the sea, in whole kilometres.
  add column coast_km integer check (coast_km >= 0),
  add column coast_source text,
  -- Languages of the place itself, where a source says so; else those of its country hold.
  add column languages text[] check (cardinality(languages) > 0),
  add column languages_source text,
  add constraint place_coast_has_source check ((coast_km is null) = (coast_source is null)),
  add constraint place_languages_have_source check ((languages is null) = (languages_source is null));
