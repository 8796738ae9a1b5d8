-- Clear the breaks between years before they are filled from the catalogue.
delete from comparison_break;
