-- The newest visible published level of each agency and year.
create or replace view current_published_level as
select distinct on (published_level.agency_id, published_level.year)
    published_level.agency_id,
    published_level.year,
    published_level.published_level,
    published_level.batch_id
from published_level
inner join visible_batch on published_level.batch_id = visible_batch.batch_id
order by
    published_level.agency_id asc, published_level.year asc, published_level.batch_id desc;
