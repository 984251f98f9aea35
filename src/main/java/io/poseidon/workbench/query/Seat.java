package io.poseidon.workbench.query;

import io.poseidon.workbench.bundle.OpenedBundle;
import io.poseidon.workbench.engine.run.Limits;
import io.poseidon.workbench.policy.Occasion;
import io.poseidon.workbench.query.gate.Gate;
import io.poseidon.workbench.query.upload.Uploads;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/// What a buyer brings to a purchase: limits, the gate that every decision and exit passes, own tables to lay beside
/// the cells, the day, and the purpose of the answers where it is stated.
public record Seat(Limits limits, Gate gate, Uploads uploads, Optional<LocalDate> day, Optional<String> purpose) {

    /// With nothing beside the cells.
    public static Seat of(Limits limits, Gate gate) {
        return new Seat(limits, gate, Uploads.NONE, Optional.empty(), Optional.empty());
    }

    /// With own tables, which stay in memory.
    public Seat with(Uploads tables) {
        return new Seat(limits, gate, tables, day, purpose);
    }

    public Seat on(LocalDate today) {
        return new Seat(limits, gate, uploads, Optional.of(today), purpose);
    }

    public Seat to(Optional<String> stated) {
        return new Seat(limits, gate, uploads, day, stated);
    }

    /// A stated purpose must be one that was bought; otherwise every one that was bought may be meant.
    Occasion occasion(OpenedBundle bundle) {
        var bought = Set.copyOf(bundle.licence().purpose());
        var meant = purpose.map(stated -> bought.contains(stated) ? Set.of(stated) : Set.<String>of())
                .orElse(bought);
        return new Occasion(day, Optional.of(meant));
    }
}
