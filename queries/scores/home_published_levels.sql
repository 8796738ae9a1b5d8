-- The level of each year as a sheet of the home agency prints it.
-- reads: scores, batches
-- -> year, published_level
select
    year,
    published_level
from current_published_level
where agency_id = 1
order by year;
