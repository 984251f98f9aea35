package io.poseidon.workbench.query.view.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.poseidon.workbench.query.Purchase;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the editor offers and how it colours, without a toolkit.
class SqlEditorPartsTest {

    @TempDir
    private Path folder;

    @Test
    void completesColumnsBeforeKeywords() {
        try (var purchase = new Purchase(folder)) {
            assertEquals("amou", Completion.prefix("select sum(amou", 15));
            assertEquals(List.of("amount_sum"), Completion.of("amou", purchase.queries.schemas()));
            assertEquals(
                    "spend", Completion.of("spe", purchase.queries.schemas()).getFirst());
            assertEquals(List.of("sum("), Completion.of("su", purchase.queries.schemas()));
        }
    }

    @Test
    void coloursWhatItSees() {
        assertEquals(
                List.of("KEYWORD", "PLAIN", "FUNCTION", "PLAIN", "TEXT", "PLAIN", "NUMBER", "PLAIN", "REMARK"),
                SqlColours.of("SELECT max('it''s', 1.5e3) -- x").stream()
                        .map(piece -> piece.kind().name())
                        .toList());
        var line = "sElect \"a b\", '한글' from spend where x>=-3;";
        assertEquals(
                line, SqlColours.of(line).stream().map(SqlColours.Piece::text).reduce("", String::concat));
    }

    @Test
    void laysClausesOnLinesAndChangesNothingElse() {
        var sql = "SELECT region, (SELECT max(x) FROM t WHERE a = 'from') FROM spend WHERE (month = 9) GROUP BY region"
                + " ORDER BY 1 LIMIT 5";
        var laid = SqlLayout.of(sql);
        assertEquals(sql, laid.replace('\n', ' '));
        assertEquals(
                List.of("SELECT", "FROM spend", "WHERE", "GROUP BY region", "ORDER BY 1", "LIMIT 5"),
                laid.lines()
                        .map(line -> line.startsWith("SELECT") ? "SELECT" : line.startsWith("WHERE") ? "WHERE" : line)
                        .toList());
    }
}
