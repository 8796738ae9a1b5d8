-- Years of the catalogue with their target and what the nation did.
-- reads: catalogue, batches
-- -> fiscal_year.* - version_id
select
    year,
    target,
    notes,
    agencies,
    passed,
    passed_percent,
    participation_note,
    steady_band
from fiscal_year
order by year;
