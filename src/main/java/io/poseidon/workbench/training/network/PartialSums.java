package io.poseidon.workbench.training.network;

/// The sixteen partial sums of a dot product and the order in which they are folded.
final class PartialSums {

    static final int COUNT = 16;

    private PartialSums() {}

    /// Adds the products from `done` to `length` to the sums and folds them; `done` is a multiple of [#COUNT].
    static float finish(float[] sums, float[] a, int aFrom, float[] b, int bFrom, int done, int length) {
        for (int i = done; i < length; i++) {
            sums[i - done] += a[aFrom + i] * b[bFrom + i];
        }
        for (int half = COUNT / 2; half > 0; half /= 2) {
            for (int i = 0; i < half; i++) {
                sums[i] += sums[i + half];
            }
        }
        return sums[0];
    }
}
