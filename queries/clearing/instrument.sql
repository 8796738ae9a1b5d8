-- Clear the instruments of all years before they are filled from the catalogue.
delete from instrument;
