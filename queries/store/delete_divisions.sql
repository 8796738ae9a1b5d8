-- Clear the division list before it is filled from the organisation file.
delete from division;
