-- Divisions of the agency in their order, then those known elsewhere.
-- reads: catalogue, batches
-- -> own, name, aliases, evidence
select
    own,
    name,
    aliases,
    evidence
from agency_division
order by own desc, position asc;
