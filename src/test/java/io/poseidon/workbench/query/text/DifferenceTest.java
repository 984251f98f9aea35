package io.poseidon.workbench.query.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DifferenceTest {

    private static List<String> texts(String sql, List<Difference.Span> spans) {
        return spans.stream()
                .map(span -> sql.substring(span.start(), span.end()))
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "select  REGION from txn | SELECT region FROM txn",
                "select \"region\" from txn -- all | SELECT region FROM txn",
                "select 'a' | SELECT 'a'"
            })
    void layoutMakesNoDifference(String before, String after) {
        assertTrue(Difference.between(before, after).isNone());
    }

    @Test
    void marksWhatIsGoneAndWhatIsNew() {
        var before = "select region, max(amount) from txn where amount > 5 and month = 7 group by region";
        var after = "SELECT region, AVG(amount) FROM txn WHERE month = 7 GROUP BY region";
        var difference = Difference.between(before, after);
        assertEquals(List.of("max", "amount > 5 and"), texts(before, difference.removed()));
        assertEquals(List.of("AVG"), texts(after, difference.added()));
    }

    @Test
    void textsDifferByTheirCase() {
        var difference = Difference.between("select 'a'", "select 'A'");
        assertEquals(1, difference.removed().size());
        assertEquals(1, difference.added().size());
    }

    @Test
    void whatIsLeftOfBothIsTheSame() {
        for (long seed = 0; seed < 200; seed++) {
            var random = new Random(seed);
            var before = words(random);
            var after = words(random);
            var difference = Difference.between(before, after);
            assertEquals(without(before, difference.removed()), without(after, difference.added()), "seed " + seed);
        }
    }

    private static String words(Random random) {
        return random.ints(random.nextInt(12), 0, 4)
                .mapToObj(word -> "w" + word)
                .collect(Collectors.joining(" "));
    }

    private static List<String> without(String sql, List<Difference.Span> spans) {
        return Tokens.all(sql).stream()
                .filter(token ->
                        spans.stream().noneMatch(span -> span.start() <= token.start() && token.end() <= span.end()))
                .map(Token::meaning)
                .toList();
    }

    @Test
    void hugeTextsAreComparedByTheirEnds() {
        var many = "x, ".repeat(3_000);
        var difference = Difference.between("select " + many + "1 from t", "select " + many + "2 from t");
        assertEquals(1, difference.removed().size());
        var before = "select a, " + many + "b from t";
        var other = "select " + "y, ".repeat(3_000) + "1 from t";
        assertEquals(1, Difference.between(before, other).removed().size());
    }
}
