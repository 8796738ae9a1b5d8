-- An agency's login sees and changes whom it lists itself.
-- sqlfluff:dialect:postgres
create policy own_row on agencies.listed_person
using (session_user = current_database() || '_' || code);
