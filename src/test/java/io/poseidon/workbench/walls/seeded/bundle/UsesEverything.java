package io.poseidon.workbench.walls.seeded.bundle;

/// Breaks every wall around a library, for the walls' own test. Never run.
public final class UsesEverything {

    private org.duckdb.DuckDBConnection engine;
    private org.apache.arrow.vector.IntVector vector;
    private org.apache.arrow.flight.FlightClient client;
    private org.bouncycastle.crypto.Digest digest;
    private tech.tablesaw.api.Table table;
    private javafx.scene.Node node;

    boolean any() {
        javafx.application.Platform.runLater(() -> {});
        Thread.ofVirtual().unstarted(() -> {});
        return engine == null && vector == null && client == null && digest == null && table == null && node == null;
    }
}
