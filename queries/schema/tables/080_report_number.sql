-- The numbers of status reports.
create sequence report_number;
