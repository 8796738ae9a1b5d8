-- An agency's login sees and changes its own row.
-- sqlfluff:dialect:postgres
create policy own_row on agencies.agency
using (session_user = current_database() || '_' || code);
