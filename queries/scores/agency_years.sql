-- Years with scores of agencies besides the home agency, oldest first.
-- reads: scores, batches
-- -> year, agencies
select
    year,
    count(distinct agency_id) as agencies
from current_score
where agency_id <> 1
group by year
order by year;
