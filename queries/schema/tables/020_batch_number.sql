-- The numbers of imports: like those of every sequence here, none is given twice.
create sequence batch_number;
