-- The rows of level_rule_version that count now.
create or replace view level_rule as
select level_rule_version.*
from level_rule_version
inner join current_catalogue on level_rule_version.version_id = current_catalogue.version_id;
