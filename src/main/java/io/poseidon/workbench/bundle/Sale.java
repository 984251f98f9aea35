package io.poseidon.workbench.bundle;

import io.poseidon.workbench.crypto.Recipient;
import io.poseidon.workbench.model.Money;
import java.time.LocalDate;
import java.util.List;

/// What one buyer agreed to: becomes the licence, and the parts are encrypted to the recipient.
public record Sale(String serial, Recipient buyer, List<String> purpose, LocalDate from, LocalDate until, Money paid) {
    public Sale {
        purpose = List.copyOf(purpose);
    }
}
