-- Practices are found by their places too: "the practices of this town" is exact, its name in the words is not.
update search_document as d
set facets = d.facets || array(
  select 'place:' || pp.place_id from practice_place pp where pp.practice_id = d.ref order by pp.position)
where d.kind = 'practice';

-- A plan has not been carried out in any year: it stands after what has, as an undated practice does.
update search_document as d set sorted_on = null
from practice as p
where d.kind = 'practice' and p.id = d.ref and p.course = 'planned';

-- "Newest" is the search's order everywhere now; nothing reads practices by the day of publication.
drop index practice_newest;
