package io.poseidon.workbench.sealing.intake;

/// A part of the contributors that is taken in one pass over the input, chosen by a hash of who they are. Everything
/// that is counted, bounded or summed belongs to one contributor, so that the parts add up to the whole.
record Partition(int number, int of) {

    static final int MOST = 256;

    /// What grouping takes in memory for each row of input at most, as measured on groups that are nearly as many as
    /// the rows; a row that is told apart by an id is sorted with its values as text.
    private static final long BYTES_PER_ROW = 130;

    private static final long BYTES_PER_TOLD_ROW = 400;

    /// How many passes so many rows need within `memory` bytes.
    static int passes(long rows, boolean toldApart, long memory) {
        long atOnce = memory * 3 / 4 / (toldApart ? BYTES_PER_TOLD_ROW : BYTES_PER_ROW);
        return (int) Math.clamp(Math.ceilDiv(rows, Math.max(1, atOnce)), 1, MOST);
    }

    /// As a condition on `who`; rows without a contributor have a hash as well.
    String condition() {
        return of == 1 ? "true" : "hash(who) % " + of + " = " + number;
    }
}
