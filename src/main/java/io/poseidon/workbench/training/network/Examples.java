package io.poseidon.workbench.training.network;

/// Encoded rows: `features` row by row, `width` numbers each, and one label a row (a class index, or the value of a
/// regression). Not to be changed after it has been made.
public record Examples(int width, float[] features, float[] labels) {

    public Examples {
        if (features.length != width * labels.length) {
            throw new IllegalArgumentException("features do not fill " + labels.length + " rows of " + width);
        }
    }

    public int size() {
        return labels.length;
    }
}
