-- Give the measures of a store from before their steps as rows: the same text is the same step.
insert into step (step_id, batch_id, measure_id, position, text, sheet, cell)
with said as (
    select
        measure_id,
        batch_id,
        sheet,
        cell,
        unnest(steps) as text,
        generate_subscripts(steps, 1) as position
    from measure
),

repeated as (
    select
        *,
        row_number() over (
            partition by measure_id, batch_id, text
            order by position
        ) as repeat
    from said
),

first_said as (
    select
        measure_id,
        text,
        repeat,
        min(struct_pack(batch_id := batch_id, position := position)) as place
    from repeated
    group by measure_id, text, repeat
),

numbered as (
    select
        measure_id,
        text,
        repeat,
        row_number() over (
            partition by measure_id
            order by place
        ) as number
    from first_said
)

select
    concat(repeated.measure_id, '/', numbered.number) as step_id,
    repeated.batch_id,
    repeated.measure_id,
    repeated.position,
    repeated.text,
    repeated.sheet,
    repeated.cell
from repeated
inner join numbered
    on
        repeated.measure_id = numbered.measure_id
        and repeated.text = numbered.text
        and repeated.repeat = numbered.repeat;
