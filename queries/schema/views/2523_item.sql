-- The rows of item_version that count now.
create or replace view item as
select item_version.*
from item_version
inner join current_catalogue on item_version.version_id = current_catalogue.version_id;
