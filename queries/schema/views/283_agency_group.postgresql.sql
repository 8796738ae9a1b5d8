-- The groups an agency is compared in, found of a single agency without reading the others.
-- sqlfluff:dialect:postgres
create or replace view agency_group as
select
    described_agency.agency_id,
    joined.among,
    joined.name,
    joined.key
from described_agency
cross join
    lateral (
        values
        (
            'district',
            case when described_agency.province <> '' then described_agency.district else '' end,
            described_agency.province || '/' || described_agency.district
        ),
        ('province', described_agency.province, described_agency.province),
        ('kind', described_agency.kind, described_agency.kind),
        ('all', '', '')
    ) as joined (among, name, key)
where joined.name <> '' or joined.among = 'all';
