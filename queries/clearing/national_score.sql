-- Clear the national averages of all years before they are filled from the catalogue.
delete from national_score;
