package io.poseidon.workbench.query.rows;

import io.poseidon.workbench.policy.Occasion;
import io.poseidon.workbench.query.upload.Uploads;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/// One question to a holder of rows: the organisation that asks, the text, the own tables that come with it, and what
/// the answer is for where that is stated.
public record Asking(String buyer, String sql, Uploads uploads, Optional<String> purpose) {

    /// A question about the rows alone.
    public static Asking of(String buyer, String sql) {
        return new Asking(buyer, sql, Uploads.NONE, Optional.empty());
    }

    public Asking with(Uploads tables) {
        return new Asking(buyer, sql, tables, purpose);
    }

    /// Another text in its place.
    public Asking asking(String text) {
        return new Asking(buyer, text, uploads, purpose);
    }

    /// What the answer is for.
    public Asking to(String stated) {
        return new Asking(buyer, sql, uploads, Optional.of(stated));
    }

    Occasion occasion(LocalDate today) {
        var occasion = Occasion.UNKNOWN.on(today);
        return purpose.map(stated -> occasion.to(Set.of(stated))).orElse(occasion);
    }
}
