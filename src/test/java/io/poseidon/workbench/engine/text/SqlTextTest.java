package io.poseidon.workbench.engine.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.poseidon.workbench.engine.Engine;
import io.poseidon.workbench.engine.text.Parsed.Reason;
import io.poseidon.workbench.model.Problem;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

public class SqlTextTest {

    private static Engine engine;

    @BeforeAll
    static void start() {
        engine = Engine.start();
    }

    @AfterAll
    static void stop() {
        engine.close();
    }

    @Test
    void regeneratesTheQuestionItParsed() {
        var tree = engine.sqlText().toTree("select region,   sum(amount_sum) /* x */ from spend group by 1");
        assertEquals(
                "SELECT region, sum(amount_sum) FROM spend GROUP BY 1",
                engine.sqlText().toSql(tree));
    }

    @Test
    void executesNothingOfTheText() {
        var tree = engine.sqlText().toTree("select error('must not run'), 'it''s'");
        assertTrue(tree.contains("must not run"));
    }

    @Test
    void countsTheStatements() {
        assertEquals(
                2,
                assertInstanceOf(Parsed.Tree.class, parse("select 1; select 2")).statements());
        assertEquals(1, assertInstanceOf(Parsed.Tree.class, parse("select 1;")).statements());
    }

    @Test
    void placesASyntaxErrorByLineAndColumn() {
        assertEquals(unreadable(Reason.SYNTAX, 2, 5, 1), parse("select '가나다'\nfrm t x y z"));
        assertEquals(unreadable(Reason.SYNTAX, 1, 1, 2), parse("한글 오류 select"));
    }

    @Test
    void refusesAnEmptyTextAndComments() {
        assertEquals(unreadable(Reason.SYNTAX, 1, 1, 0), parse(""));
        assertEquals(unreadable(Reason.SYNTAX, 1, 1, 4), parse("-- c"));
    }

    @Test
    void refusesTextThatTheEngineWouldReadDifferently() {
        assertEquals(unreadable(Reason.SYNTAX, 1, 10, 1), parse("select 1;\0 drop table spend"));
        assertEquals(unreadable(Reason.SYNTAX, 1, 8, 1), parse("select \ud800"));
        assertEquals(unreadable(Reason.SYNTAX, 1, 11, 1), parse("select '😀\udc00'"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "drop table spend",
                "explain select 1",
                "copy spend to 'x.csv'",
                "attach 'x.db'",
                "set threads=1",
                "insert into spend values (1)",
                "select 1; drop table spend",
                "create table t as select 1",
                "pivot spend on region using sum(amount_sum)",
                "begin",
                "call pragma_version()"
            })
    void refusesEveryStatementButSelect(String sql) {
        assertEquals(
                Reason.STATEMENT,
                assertInstanceOf(Parsed.Unreadable.class, parse(sql)).reason());
    }

    @Test
    void refusesWhatIsTooLongOrTooDeep() {
        assertEquals(Reason.LIMIT, reason("select " + "(".repeat(5_000) + "1" + ")".repeat(5_000)));
        assertEquals(Reason.LIMIT, reason("select " + "1+".repeat(5_000) + "1"));
        assertEquals(Reason.LIMIT, reason("select '" + "x".repeat(SqlText.LONGEST) + "'"));
    }

    @Test
    void tellsTheProblemInBothLanguages() {
        var problem = assertThrows(Problem.class, () -> engine.sqlText().toTree("selct 1"));
        assertEquals("SYNTAX", problem.code());
        assertEquals("This is not SQL: reading stopped at line 1, column 1.", problem.message(Locale.ENGLISH));
        assertEquals("SQL이 아닙니다: 1행 1열에서 읽기가 멈췄습니다.", problem.message(Locale.KOREAN));
    }

    @Test
    void regenerationIsStable() {
        for (var sql : new String[] {
            "with t as (select region, sum(amount_sum) s from spend group by region) select * from t where s > 1.50",
            "select count(distinct region) filter (where month in (7, 8)) from spend having count(*) > 3",
            "select a.region from spend a join spend b using (region) order by 1 desc nulls last limit 3",
            "select '한''글', 1e-9, date '2026-07-01', interval 3 days, [1, 2][1]"
        }) {
            var once = engine.sqlText().toSql(engine.sqlText().toTree(sql));
            assertEquals(once, engine.sqlText().toSql(engine.sqlText().toTree(once)), sql);
        }
    }

    @Test
    void refusesATreeThatIsNone() {
        assertEquals(
                "TREE",
                assertThrows(Problem.class, () -> engine.sqlText().toSql("{\"statements\":[{}]}"))
                        .code());
    }

    private static Reason reason(String sql) {
        return assertInstanceOf(Parsed.Unreadable.class, parse(sql)).reason();
    }

    private static Parsed parse(String sql) {
        return engine.sqlText().parse(sql);
    }

    private static Parsed unreadable(Reason reason, int line, int column, int length) {
        return new Parsed.Unreadable(reason, new TextPlace(line, column, length));
    }
}
