{#
    Resamples of M05 as an index table: 400 resamples of each number of points, drawn by radical
    inverses (van der Corput in the base of a prime for each place) in place of a random generator.
#}
with

sizes as (

    select distinct count(*) as points_count

    from {{ ref("int_bar_fit_points") }}

    where estimator = 'steps'

    group by fit_id

),

numbers as (

    select cast(range as integer) as number from range(0, 400)

),

primes as (

    select
        cast(row_number() over (order by candidates.range) - 1 as integer) as place_number,
        cast(candidates.range as integer) as prime

    from range(2, 120) as candidates

    where not exists (

        select 1 from range(2, 11) as divisors

        where divisors.range < candidates.range and candidates.range % divisors.range = 0

    )

),

{# The first 100 numbers of the sequence are left out: in high bases they are almost a line. #}
digits as (

    select
        numbers.number as resample_number,
        primes.place_number,
        {% for power in range(8) -%}
        mod(
            (numbers.number + 101) // cast(power(primes.prime, {{ power }}) as bigint), primes.prime
        ) / power(primes.prime, {{ power + 1 }}) {{ "+" if not loop.last }}
        {% endfor -%} as radical_inverse

    from numbers

    cross join primes

),

draws as (

    select
        sizes.points_count,
        digits.resample_number,
        cast(floor(digits.radical_inverse * sizes.points_count) as integer) as point_number

    from sizes

    inner join digits on digits.place_number < sizes.points_count

)

select * from draws
