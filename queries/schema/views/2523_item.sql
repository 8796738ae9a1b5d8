-- The rows of item_version that count now.
create or replace view item as
select
    item_version.year,
    item_version.position,
    item_version.code,
    item_version.indicator,
    item_version.name,
    item_version.evidence,
    item_version.note
from item_version
inner join current_catalogue on item_version.version_id = current_catalogue.version_id;
