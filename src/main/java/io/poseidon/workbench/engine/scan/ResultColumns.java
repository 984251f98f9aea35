package io.poseidon.workbench.engine.scan;

import io.poseidon.workbench.engine.batch.TableColumn;
import io.poseidon.workbench.engine.column.Booleans;
import io.poseidon.workbench.engine.column.Cells;
import io.poseidon.workbench.engine.column.Dates;
import io.poseidon.workbench.engine.column.Decimals;
import io.poseidon.workbench.engine.column.Doubles;
import io.poseidon.workbench.engine.column.Integers;
import io.poseidon.workbench.engine.column.Others;
import io.poseidon.workbench.engine.column.Texts;
import io.poseidon.workbench.engine.column.Timestamps;
import io.poseidon.workbench.engine.column.WideIntegers;
import java.sql.SQLException;
import java.util.List;
import org.duckdb.DuckDBColumnType;
import org.duckdb.DuckDBLogicalType;
import org.duckdb.DuckDBTableFunctionBindInfo;
import org.duckdb.DuckDBTableFunctionInitInfo;

/// What DuckDB is told about the columns of Arrow data, and which of them it asks for.
final class ResultColumns {

    private ResultColumns() {}

    static void declare(DuckDBTableFunctionBindInfo bind, List<TableColumn> columns, List<Cells> cells)
            throws SQLException {
        for (int column = 0; column < columns.size(); column++) {
            var name = columns.get(column).name();
            if (cells.get(column) instanceof Decimals decimals) {
                bind.addResultColumn(name, DuckDBLogicalType.decimal(decimals.precision(), decimals.scale()));
            } else {
                bind.addResultColumn(name, type(cells.get(column)));
            }
        }
    }

    /// By number; one that is none of the columns asks for nothing.
    static int[] wanted(DuckDBTableFunctionInitInfo init) {
        var columns = new int[(int) init.getColumnCount()];
        for (int i = 0; i < columns.length; i++) {
            columns[i] = (int) init.getColumnIndex(i);
        }
        return columns;
    }

    private static DuckDBColumnType type(Cells cells) {
        return switch (cells) {
            case Integers ignored -> DuckDBColumnType.BIGINT;
            case WideIntegers ignored -> DuckDBColumnType.HUGEINT;
            case Doubles ignored -> DuckDBColumnType.DOUBLE;
            case Booleans ignored -> DuckDBColumnType.BOOLEAN;
            case Dates ignored -> DuckDBColumnType.DATE;
            case Timestamps c -> c.zoned() ? DuckDBColumnType.TIMESTAMP_WITH_TIME_ZONE : DuckDBColumnType.TIMESTAMP;
            case Decimals ignored -> DuckDBColumnType.DECIMAL;
            case Texts ignored -> DuckDBColumnType.VARCHAR;
            case Others ignored -> DuckDBColumnType.VARCHAR;
        };
    }
}
