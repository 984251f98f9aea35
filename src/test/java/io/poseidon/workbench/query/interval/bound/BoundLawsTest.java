package io.poseidon.workbench.query.interval.bound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.poseidon.workbench.engine.Engine;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What is true lies between the bounds, whoever the people are; where that cannot be said no bound is given.
class BoundLawsTest {

    private static final int POPULATIONS = 8;

    private static final List<Population> OPEN = new ArrayList<>();
    private static Engine engine;

    @BeforeAll
    static void start() {
        engine = Engine.start();
        for (long seed = 0; seed < POPULATIONS; seed++) {
            OPEN.add(new Population(engine, seed));
        }
    }

    @AfterAll
    static void stop() {
        OPEN.forEach(Population::close);
        engine.close();
    }

    /// Each with what the people themselves say; the last column is a number of people.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                // sums of sums
                "select sum(n) from (select region, sum(contributors) n from spend group by region)"
                        + "| select count(distinct person) from people",
                "select sum(n) from (select month, sum(contributors) n from spend group by month)"
                        + "| select count(distinct person) from people",
                "with a as (select month, region, sum(contributors) n from spend group by all)"
                        + " select region, sum(n) from a group by region order by 1"
                        + "| select region, count(distinct person) from people group by 1 order by 1",
                "select age, sum(x.n) from (select age, region, kind, sum(contributors) n from spend group by 1, 2, 3)"
                        + " x group by age order by 1"
                        + "| select age, count(distinct person) from people group by 1 order by 1",
                "select sum(n) from (select month, sum(contributors) n from spend where kind = 'p' group by month)"
                        + "| select count(distinct person) from people where kind = 'p'",
                "select sum(n) filter (where month < 9) from (select month, sum(contributors) n from spend group by 1)"
                        + "| select count(distinct person) from people where month < 9",
                "select sum(n) from (select region, sum(contributors) filter (where month > 7) n from spend group by 1)"
                        + "| select count(distinct person) from people where month > 7",
                // keys that hold a dimension in which people overlap, or what comes of it
                "select sum(n) from (select month % 2 p, sum(contributors) n from spend group by 1)"
                        + "| select count(distinct person) from people",
                "select sum(n) from (select contributors k, sum(contributors) n from spend group by 1)"
                        + "| select count(distinct person) from people",
                "select sum(n) from (select month + 1 as region, sum(contributors) n from spend group by 1)"
                        + "| select count(distinct person) from people",
                "select sum(n) from (select region m, sum(contributors) n from spend group by month, region)"
                        + "| select count(distinct person) from people",
                "select sum(n) from (select sum(contributors) n from spend group by region having count(*) > 0)"
                        + "| select count(distinct person) from people",
                // three deep
                "with a as (select region, age, month, sum(contributors) n from spend group by all),"
                        + " b as (select region, month, sum(n) m from a group by all)"
                        + " select region, sum(m) from b group by 1 order by 1"
                        + "| select region, count(distinct person) from people group by 1 order by 1",
                "select sum(m) from (select region, max(n) m from (select region, month, sum(contributors) n from spend"
                        + " group by 1, 2) group by 1)"
                        + "| select sum(m) from (select max(n) m from (select region, month, count(distinct person) n"
                        + " from people group by 1, 2) group by region)",
                "select * from (select * from (select region, sum(contributors) n from spend group by 1)) order by 1"
                        + "| select region, count(distinct person) from people group by 1 order by 1",
                // plain references
                "select region, n from (select region, sum(contributors) n from spend group by 1) order by 1"
                        + "| select region, count(distinct person) from people group by 1 order by 1",
                "select x.* from (select region, sum(contributors) n from spend group by 1) as x where n > 0 order by 1"
                        + "| select region, count(distinct person) from people group by 1 order by 1",
                "with spend as (select * from spend where month < 9) select region, sum(contributors) n from spend"
                        + " group by 1 order by 1"
                        + "| select region, count(distinct person) from people where month < 9 group by 1 order by 1",
                "select region, sum(c) from (select region, month, contributors c from spend) group by 1 order by 1"
                        + "| select region, count(distinct person) from people group by 1 order by 1",
                // of the groups
                "select max(n) from (select region, sum(contributors) n from spend group by 1)"
                        + "| select max(n) from (select count(distinct person) n from people group by region)",
                "select min(n) from (select region, sum(contributors) n from spend group by 1)"
                        + "| select min(n) from (select count(distinct person) n from people group by region)",
                "select avg(n) from (select region, sum(contributors) n from spend group by 1)"
                        + "| select avg(n) from (select count(distinct person) n from people group by region)",
                "select min(n) from (select region, sum(contributors) filter (where age = 'old') n from spend group by"
                        + " 1) having min(n) is not null"
                        + "| select min(n) from (select count(distinct person) n from people where age = 'old' group by"
                        + " region) having min(n) is not null",
            })
    void theTruthLiesBetween(String sql, String truth) {
        var plan = OPEN.getFirst().plan(sql);
        assertFalse(plan.lacksBound(), sql);
        for (var population : OPEN) {
            var rows = population.ask(sql);
            var people = population.truth(truth);
            assertEquals(people.size(), rows.size(), sql);
            for (int i = 0; i < rows.size(); i++) {
                var row = rows.get(i);
                var where = sql + " row " + i + " of " + population + ": " + row + ", " + people.get(i);
                assertEquals(plan.size(), row.columns(), where);
                assertTrue(row.atLeast() <= people.get(i) && people.get(i) <= row.value(), where);
            }
        }
    }

    /// A bound of one is easily true: these are as good as the question allows.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "select sum(n) from (select month, kind, sum(contributors) n from spend group by 1, 2)"
                        + "| select max(n) from (select month, kind, count(*) n from people group by 1, 2)",
                "select sum(n) from (select region, sum(contributors) n from spend where month = 7 group by 1)"
                        + "| select sum(n) from (select region, max(n) n from (select region, kind, count(*) n from"
                        + " people where month = 7 group by 1, 2) group by 1)",
                "select region, n from (select region, sum(contributors) n from spend group by 1) order by 1"
                        + "| select region, max(n) n from (select region, month, kind, count(*) n from people group by"
                        + " 1, 2, 3) group by 1 order by 1",
            })
    void theBoundIsTheLargestThatIsKnown(String sql, String bound) {
        for (var population : OPEN) {
            assertEquals(
                    population.truth(bound),
                    population.ask(sql).stream().map(Population.Row::atLeast).toList(),
                    population::toString);
        }
    }

    /// Some double the rows, some would show the further column, some make another number of it.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "select sum(n) from (select unnest([1, 2]) u, n from (select region, sum(contributors) n from spend"
                        + " group by 1))",
                "select a from (select region, sum(contributors) n from spend group by 1) a",
                "select count(a), sum(n) from (select region, sum(contributors) n from spend group by 1) a",
                "select sum(n) from (select region, sum(contributors) n from spend group by rollup (region))",
                "select sum(n) from (select distinct sum(contributors) n from spend group by region)",
                "select sum(distinct n) from (select region, sum(contributors) n from spend group by 1)",
                "select sum(n) over () from (select region, sum(contributors) n from spend group by 1)",
                "select n * 2 from (select region, sum(contributors) n from spend group by 1)",
                "select n from (select region, sum(contributors) n from spend group by 1) group by n",
                "select sum(n) from (select sum(contributors) n from spend union all select sum(contributors) from"
                        + " spend)",
                "with a as (select region, sum(contributors) n from spend group by 1) select sum(x.n) from a x, a y",
                "with a as (select region, sum(contributors) n from spend group by 1) select n from a where (select"
                        + " count(*) from a) > 1",
                "with a as (select region, sum(contributors) n from spend group by 1), b as (select * from a) select n"
                        + " from a",
                "select columns('n') from (select region, sum(contributors) n from spend group by 1)",
                "select avg(n) from (select month, sum(contributors) n from spend group by 1)",
                "select sum(contributors) + 1 from spend",
            })
    void elsewhereItIsSaidThatThereIsNone(String sql) {
        var plan = OPEN.getFirst().plan(sql);
        assertTrue(plan.lacksBound(), sql);
        assertEquals(0, plan.widenings().size(), sql);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select sum(contributors) from spend where month = 7 and kind = 'p'",
                "select max(contributors) from spend",
                "select region from (select region, sum(contributors) n from spend group by 1)",
                "select region from (select region, sum(contributors) n from spend group by 1) where n > 3",
            })
    void nothingIsMissingWhereNoUpperBoundIsShown(String sql) {
        var plan = OPEN.getFirst().plan(sql);
        assertFalse(plan.lacksBound(), sql);
        assertTrue(plan.extras().stream().noneMatch(extra -> extra.contains("least")), sql);
    }
}
