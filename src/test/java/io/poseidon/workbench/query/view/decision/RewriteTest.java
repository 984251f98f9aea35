package io.poseidon.workbench.query.view.decision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.poseidon.workbench.job.Progress;
import io.poseidon.workbench.query.SamplePurchase;
import io.poseidon.workbench.query.text.Difference;
import io.poseidon.workbench.query.text.Tokens;
import io.poseidon.workbench.query.view.decision.LineDiff.Kind;
import io.poseidon.workbench.query.view.question.PatchedText;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// A rewrite in the asker's own layout, and the lines it changes.
class RewriteTest {

    private static final String ASKED = """
        -- Largest jewelry buyers, September
        SELECT region, age_band, user_id, -- who
               sum(amount_sum) AS spend
        FROM spend
        WHERE month = 9
        GROUP BY region, age_band, user_id
        LIMIT 20\
        """;

    @Test
    void keepsLinesIndentsAndRemarks() {
        var rewrite = "SELECT region, age_band, SUM(amount_sum) AS spend FROM spend WHERE (month = 9) GROUP BY region,"
                + " age_band LIMIT 20";
        assertEquals("""
            -- Largest jewelry buyers, September
            SELECT region, age_band, -- who
                   sum(amount_sum) AS spend
            FROM spend
            WHERE (month = 9)
            GROUP BY region, age_band
            LIMIT 20\
            """, PatchedText.of(ASKED, rewrite, Difference.between(ASKED, rewrite)));
    }

    @Test
    void hasTheTokensOfTheRewriteWhateverWasAsked() {
        var texts = List.of(
                "select region, random() from spend",
                "SELECT *\nFROM   spend\nWHERE secret = 1 AND month = 9;",
                "select avg(amount_sum / contributors) from spend group by region",
                "select sum(contributors) /* people */ from spend",
                "with a as (select * from spend) select region, user_id from a -- tail",
                "-- 한글\nselect region, rowid, '보석' as what from spend order by rowid");
        try (var purchase = new SamplePurchase()) {
            for (var text : texts) {
                for (var offer : purchase.queries.preflight(text, Progress.NONE).offers()) {
                    var patched = PatchedText.of(text, offer.sql(), offer.difference());
                    assertEquals(meaning(offer.sql()), meaning(patched), text);
                    assertTrue(purchase.queries.decide(patched).mayRun(), patched);
                }
            }
        }
    }

    private static String meaning(String sql) {
        return Tokens.withoutComments(sql).stream()
                .map(token -> token.meaning())
                .collect(Collectors.joining(" "));
    }

    @Test
    void putsAChangedLineOverTheLineItBecame() {
        var rows = LineDiff.between("a\nb x\nc\nd\ne", "a\nb\nc\nd\nf\ne");
        assertEquals(
                List.of("SAME1 a", "GONE2 b x", "NEW2 b", "SAME3 c", "SAME4 d", "NEW5 f", "SAME5 e"),
                rows.stream()
                        .map(row -> row.kind().name() + row.number() + " " + row.text())
                        .toList());
        assertEquals(List.of(new Difference.Span(2, 1)), rows.get(1).marked());
    }

    @Test
    void showsOnlyLinesBesideAChange() {
        var rows = LineDiff.between("1\n2\n3\n4\n5\n6", "1\n2\n3\n4\n5\n7");
        assertEquals(
                List.of(Kind.SAME, Kind.GONE, Kind.NEW),
                rows.stream().map(row -> row.kind()).toList());
        assertEquals(5, rows.getFirst().number());
        assertEquals(List.of(), LineDiff.between("same\nsame", "same\nsame"));
    }
}
