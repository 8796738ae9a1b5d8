-- Clear the items of all years before they are filled from the catalogue.
delete from item;
