-- Clear the level rules of all years before they are filled from the catalogue.
delete from level_rule;
