package io.poseidon.workbench.sealing.ledger;

/// One edition of one product; the unit that is charged once.
public record EditionId(String product, String edition) {
    @Override
    public String toString() {
        return product + " " + edition;
    }
}
