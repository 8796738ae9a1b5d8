-- The rows of item_pair_version that count now.
create or replace view item_pair as
select item_pair_version.*
from item_pair_version
inner join current_catalogue on item_pair_version.version_id = current_catalogue.version_id;
