-- What a document is about, by the identifiers of those things: when one of them is withdrawn the document goes with it.
alter table document add column about text[] not null default '{}';
update document set about = array(select distinct (regexp_matches(made_from, '[?&]id=(NP-\d+)', 'g'))[1])
  where made_from like '%/booklet?%';
update document as d set about = array['NP-' || p.id] from practice as p
  where split_part(d.made_from, '/', 5) = 'pdf' and split_part(d.made_from, '/', 4) = p.slug;
create index document_about on document using gin (about);
