package io.poseidon.workbench.query.view.result;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.poseidon.workbench.engine.run.Limits;
import io.poseidon.workbench.job.Progress;
import io.poseidon.workbench.query.OwnTables;
import io.poseidon.workbench.query.Purchase;
import io.poseidon.workbench.query.PurchaseQueries;
import io.poseidon.workbench.query.Reply;
import io.poseidon.workbench.query.Seat;
import io.poseidon.workbench.query.gate.Gate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the plan says was read.
class RunPlanTest {

    @TempDir
    private Path folder;

    @Test
    void listsOwnTablesThatWereReadWithTheirDigestsAndNoOthers() throws IOException {
        var stores = Files.writeString(folder.resolve("stores.csv"), "region,manager,seats\n서울,Kim,4\n");
        var other = Files.writeString(folder.resolve("other.csv"), "region\n서울\n");
        try (var purchase = new Purchase(folder)) {
            var engine = purchase.sealed.engine;
            var files = Map.of("stores", stores, "other", other);
            var uploads = OwnTables.read(engine, purchase.bundle, files, Progress.NONE);
            var seat = Seat.of(Limits.standard(), Gate.forgetful()).with(uploads);
            try (var queries = PurchaseQueries.open(engine, purchase.bundle, seat)) {
                var sql = "select m.manager, sum(s.amount_sum) from spend s join stores m on s.region = m.region"
                        + " group by 1";
                var answered = (Reply.Answered) queries.ask(sql, Progress.NONE);
                try (var result = answered.result()) {
                    var plan = RunPlan.of(answered, queries);
                    var digest = uploads.get("stores").digest();
                    assertEquals(List.of(new RunPlan.Own("stores", digest, List.of("region", "manager"))), plan.own());
                    assertEquals("spend", plan.reads().getFirst().table());
                    assertEquals(digest, result.metadata().get("poseidon.own.stores_sha256"));
                }
            }
        }
    }
}
