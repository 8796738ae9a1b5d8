-- Take away what older stores asked for a measure on a day: plan and reports are read apart.
drop macro table if exists measure_on;
