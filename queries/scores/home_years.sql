-- Years for which the home agency has any score, oldest first.
-- reads: scores, batches
-- -> year, sample
select
    year,
    bool_or(is_sample) as sample
from current_score
where agency_id = 1
group by year
order by year;
