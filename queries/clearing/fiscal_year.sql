-- Clear the fiscal years before they are filled from the catalogue.
delete from fiscal_year;
