package io.poseidon.workbench.query.rows;

import static io.poseidon.workbench.query.rows.Shop.answered;
import static io.poseidon.workbench.query.rows.Shop.ask;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.poseidon.workbench.engine.Engine;
import io.poseidon.workbench.job.Progress;
import io.poseidon.workbench.policy.PolicyDocument;
import io.poseidon.workbench.query.upload.Uploads;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A holder's columns may be called what our own working tables call theirs.
final class AwkwardNamesTest {

    private static final String[][] NAMES = {
        {"user_id", "uid"},
        {"region", "cell"},
        {"age_band", "person"},
        {"category", "domain"},
        {"month", "cell_"},
        {"amount", "s0"}
    };

    @TempDir
    private Path folder;

    @Test
    void namesOfOurOwnTablesAreFreeForTheHolder() throws IOException {
        var shop = Shop.joined(21, 400);
        shop.budget = "{rho: 2000, perNumber: 200, perQuery: 1000, allBuyers: 4000, delta: 1e-9}";
        var policy = PolicyDocument.parse("awkward.yaml", renamed(shop.policyText()));
        var data = shop.data(folder);
        Files.writeString(data, renamed(Files.readString(data)));
        try (var engine = Engine.start();
                var answers = RowAnswers.open(engine, policy, data, folder.resolve("state"), Shop.timing())) {
            var reply = answered(
                    ask(answers, "SELECT cell, count(DISTINCT uid), sum(s0) FROM txn WHERE cell_ = 8 GROUP BY cell"));
            assertEquals(Shop.REGIONS.size(), reply.rows().size());
            var stores = Files.writeString(folder.resolve("stores.csv"), "cell,format,stores,cell_\nSeoul,big,3,7\n");
            var uploads = Uploads.read(engine, policy, Map.of("my_stores", stores), Progress.NONE);
            var sql = "SELECT format, count(*) FROM txn JOIN my_stores USING (cell) GROUP BY format";
            var joined = answered(ask(answers, sql, uploads));
            assertEquals(
                    List.of("big"), List.of(joined.rows().getFirst().getFirst().orElseThrow()));
        }
    }

    private static String renamed(String text) {
        var result = text;
        for (var name : NAMES) {
            result = result.replace(name[0], name[1]);
        }
        return result;
    }
}
