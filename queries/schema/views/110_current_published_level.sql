-- The newest visible published level of each agency and year.
create or replace view current_published_level as
select
    published_level.agency_id,
    published_level.year,
    arg_max(published_level.published_level, published_level.batch_id) as published_level,
    max(published_level.batch_id) as batch_id
from published_level
inner join visible_batch on published_level.batch_id = visible_batch.batch_id
group by published_level.agency_id, published_level.year;
