package io.poseidon.workbench.query.view.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/// What the editor offers and how it colours, without a toolkit.
class SqlEditorPartsTest {

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
