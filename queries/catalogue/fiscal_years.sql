-- Years of the catalogue with their target and what the nation did.
-- reads: catalogue, batches
-- -> fiscal_year.*
select *
from fiscal_year
order by year;
