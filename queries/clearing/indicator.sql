-- Clear the indicators of all years before they are filled from the catalogue.
delete from indicator;
