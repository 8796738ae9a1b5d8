-- The amount told last up to a row: a report that says nothing of it takes nothing back.
create or replace macro last_told(amount, subject, about_on, report_id) as
last_value(amount ignore nulls) over (partition by subject order by about_on, report_id);
