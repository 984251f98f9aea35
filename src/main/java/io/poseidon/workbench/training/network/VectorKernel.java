package io.poseidon.workbench.training.network;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// On the Vector API: two vectors of eight floats hold the sixteen partial sums. 256 bits is the width that both AVX2
/// and AVX-512 machines run in hardware.
final class VectorKernel implements Kernel {

    private static final VectorSpecies<Float> EIGHT = FloatVector.SPECIES_256;
    private static final int LANES = 8;

    private final float[] sums = new float[PartialSums.COUNT];

    static boolean isSupported() {
        return FloatVector.SPECIES_PREFERRED.length() >= LANES;
    }

    @Override
    public float dot(float[] a, int aFrom, float[] b, int bFrom, int length) {
        var low = FloatVector.zero(EIGHT);
        var high = FloatVector.zero(EIGHT);
        int whole = length - length % PartialSums.COUNT;
        for (int i = 0; i < whole; i += PartialSums.COUNT) {
            low = low.add(product(a, aFrom + i, b, bFrom + i));
            high = high.add(product(a, aFrom + i + LANES, b, bFrom + i + LANES));
        }
        low.intoArray(sums, 0);
        high.intoArray(sums, LANES);
        return PartialSums.finish(sums, a, aFrom, b, bFrom, whole, length);
    }

    private static FloatVector product(float[] a, int aFrom, float[] b, int bFrom) {
        return FloatVector.fromArray(EIGHT, a, aFrom).mul(FloatVector.fromArray(EIGHT, b, bFrom));
    }

    @Override
    public void addScaled(float scale, float[] source, int sourceFrom, float[] target, int targetFrom, int length) {
        int whole = length - length % LANES;
        for (int i = 0; i < whole; i += LANES) {
            var scaled = FloatVector.fromArray(EIGHT, source, sourceFrom + i).mul(scale);
            FloatVector.fromArray(EIGHT, target, targetFrom + i).add(scaled).intoArray(target, targetFrom + i);
        }
        for (int i = whole; i < length; i++) {
            target[targetFrom + i] += scale * source[sourceFrom + i];
        }
    }
}
