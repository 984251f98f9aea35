package io.poseidon.workbench.training.round;

/// How many rows a shard declares, blurred to two leading digits: both ends belong to the band.
public record RowBand(long from, long until) {

    public static RowBand of(long rows) {
        long step = 1;
        while (rows / step >= 100) {
            step *= 10;
        }
        long from = rows / step * step;
        return new RowBand(from, from + step - 1);
    }

    public boolean isSound() {
        return from >= 0 && until >= from && of(from).equals(this);
    }
}
