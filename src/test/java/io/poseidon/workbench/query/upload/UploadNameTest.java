package io.poseidon.workbench.query.upload;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UploadNameTest {

    private static final Set<String> TAKEN = Set.of("spend", "txn", "my_txn");

    @ParameterizedTest
    @CsvSource({
        "stores.csv, stores",
        "My Stores 2026.parquet, my_stores_2026",
        "매장 목록.csv, 매장_목록",
        "2026.csv, own_2026",
        "_.csv, own",
        ".csv, csv",
        "a'; DROP TABLE x.csv, a_drop_table_x",
        "spend.csv, my_spend",
        "TXN.arrows, my_txn_2",
    })
    void isPlainAndFree(String file, String name) {
        assertEquals(name, UploadName.of(Path.of("folder").resolve(file), TAKEN::contains));
    }
}
