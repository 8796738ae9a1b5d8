-- Clear the numbers of assessed agencies before they are filled from the catalogue.
delete from participation;
