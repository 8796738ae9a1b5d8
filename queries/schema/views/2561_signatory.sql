-- The rows of signatory_version that count now.
create or replace view signatory as
select signatory_version.*
from signatory_version
inner join current_catalogue on signatory_version.version_id = current_catalogue.version_id;
