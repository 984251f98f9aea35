package io.poseidon.workbench.training.network;

import java.util.Arrays;

/// Plain Java, for machines whose vectors are narrower than 256 bits.
final class ScalarKernel implements Kernel {

    private final float[] sums = new float[PartialSums.COUNT];

    @Override
    public float dot(float[] a, int aFrom, float[] b, int bFrom, int length) {
        Arrays.fill(sums, 0);
        int whole = length - length % PartialSums.COUNT;
        for (int i = 0; i < whole; i += PartialSums.COUNT) {
            for (int lane = 0; lane < PartialSums.COUNT; lane++) {
                sums[lane] += a[aFrom + i + lane] * b[bFrom + i + lane];
            }
        }
        return PartialSums.finish(sums, a, aFrom, b, bFrom, whole, length);
    }

    @Override
    public void addScaled(float scale, float[] source, int sourceFrom, float[] target, int targetFrom, int length) {
        for (int i = 0; i < length; i++) {
            target[targetFrom + i] += scale * source[sourceFrom + i];
        }
    }
}
