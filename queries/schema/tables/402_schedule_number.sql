-- The numbers of decisions on steps.
create sequence schedule_number;
