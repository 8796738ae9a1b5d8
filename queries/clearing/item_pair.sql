-- Clear the pairs of items before they are filled from the catalogue.
delete from item_pair;
