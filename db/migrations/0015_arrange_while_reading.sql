-- Readers really read on while the index is arranged: the new table is filled, counted and made known to the planner first, and
-- only its exchange with the old one locks readers out. What later migrations add to search_document goes along.
create or replace function search_arrange(smallest integer, least_frequent integer) returns void language plpgsql as $$
declare
  part double precision;
  names text;
  readings text;
  item record;
  triggers text[];
  renamings text[] := '{}';
begin
  lock table search_document in share row exclusive mode;
  delete from search_level;
  delete from search_frequent;
  -- Counts are kept by every write; here they are counted once from nothing.
  delete from search_count;
  insert into search_count (kind, symbol, n)
    select kind, symbol, count(*) from search_document cross join unnest(array_append(string_to_array(facets, null), '')) as symbol group by 1, 2;

  insert into search_level (kind, level, least_standing, documents)
    select kind, level, min(standing), 0 from (
      select kind, standing, row_number() over (partition by kind order by standing desc, ref) as place,
        count(*) over (partition by kind) as total from search_document
    ) as placed
    cross join lateral generate_series(0, 30) as level
    where total > smallest and place <= (smallest / 2) * 2.0 ^ level and (smallest / 2) * 2.0 ^ level < total
    group by kind, level;
  if not found then return; end if;
  update search_level as l set documents = (
    select count(*) from search_document as d where d.kind = l.kind and d.standing >= l.least_standing);

  -- Whatever columns the table has by now, each as it is but for the levels among the lexemes.
  create table search_document_next (like search_document including all excluding indexes);
  select string_agg(quote_ident(attname), ', ' order by attnum),
      string_agg(case attname when 'tsv' then
        $tsv$ts_delete(tsv, array(select 'l:' || n from generate_series(0, 30) as n))
          || array_to_tsvector(array(select 'l:' || level from search_level as l where l.kind = d.kind and l.least_standing <= d.standing))$tsv$
        else 'd.' || quote_ident(attname) end, ', ' order by attnum)
    into names, readings
    from pg_attribute where attrelid = 'search_document'::regclass and attnum > 0 and not attisdropped and attgenerated = '';
  execute format('insert into search_document_next (%s) overriding system value select %s from search_document as d order by kind, standing desc, ref',
    names, readings);

  -- Indexes after the rows, which is quicker; under other names until the old ones are gone. The definition names its table before "USING".
  for item in
    select c.relname::text as name, i.indisunique, pg_get_indexdef(i.indexrelid) as definition, k.contype
    from pg_index as i join pg_class as c on c.oid = i.indexrelid
    left join pg_constraint as k on k.conindid = i.indexrelid and k.conrelid = i.indrelid and k.contype in ('p', 'u')
    where i.indrelid = 'search_document'::regclass order by 1
  loop
    execute format('create %s index %I on search_document_next %s', case when item.indisunique then 'unique' else '' end,
      item.name || '_next', substr(item.definition, strpos(item.definition, ' USING ')));
    if item.contype is not null then
      execute format('alter table search_document_next add constraint %I %s using index %I', item.name || '_next',
        case item.contype when 'p' then 'primary key' else 'unique' end, item.name || '_next');
    end if;
    renamings := renamings || format('alter index %I rename to %I', item.name || '_next', item.name);
  end loop;
  for item in
    select conname::text as name, pg_get_constraintdef(oid) as definition from pg_constraint
    where conrelid = 'search_document'::regclass and contype = 'f'
  loop
    execute format('alter table search_document_next add constraint %I %s', item.name, item.definition);
  end loop;
  analyze search_document_next;

  -- Frequencies from a sample of fifty thousand documents: they only guess how much a search will find.
  select least(100, 100.0 * 50000 / count(*)) into part from search_document_next;
  insert into search_frequent (kind, lexeme, documents)
    select l.kind, word, round(ndoc * 100 / part)
    from (select distinct kind from search_level) as l
    cross join lateral ts_stat(format('select tsv from search_document_next tablesample system (%s) repeatable (1) where kind = %L', part, l.kind))
    where word not like 'l:%' and ndoc * 100 / part >= least_frequent;

  select array_agg(pg_get_triggerdef(oid) order by tgname) into triggers
    from pg_trigger where tgrelid = 'search_document'::regclass and not tgisinternal;

  -- From here on readers wait, until the transaction ends: nothing that takes time may follow.
  drop table search_document;
  alter table search_document_next rename to search_document;
  for item in select command from unnest(renamings || triggers) as command loop
    execute item.command;
  end loop;
end $$;

-- A document is announced by itself: what is only indexed anew changes pages too. Once a statement, however many it writes.
create trigger announce after insert or update or delete or truncate on search_document
  for each statement execute function announce_change('index');
