-- Clear the fingerprints of the parts before they are filled from the catalogue.
delete from catalogue_seed;
