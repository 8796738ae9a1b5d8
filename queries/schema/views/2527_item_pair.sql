-- The rows of item_pair_version that count now.
create or replace view item_pair as
select
    item_pair_version.position,
    item_pair_version.from_year,
    item_pair_version.from_item,
    item_pair_version.to_year,
    item_pair_version.to_item,
    item_pair_version.relation,
    item_pair_version.evidence
from item_pair_version
inner join current_catalogue on item_pair_version.version_id = current_catalogue.version_id;
