package io.poseidon.workbench.training.network;

/// The two loops that training spends its time in.
///
/// Every kernel gives the same bits: a dot product is kept in sixteen partial sums, element `i` going to sum
/// `i mod 16`, multiplied and added without fusing, then folded 16 → 8 → 4 → 2 → 1. So a run repeats exactly on
/// machines with different vector widths. An instance has scratch space: one thread at a time.
public interface Kernel {

    /// The fastest kernel this machine has.
    static Kernel fastest() {
        return VectorKernel.isSupported() ? new VectorKernel() : new ScalarKernel();
    }

    /// Σ a[aFrom+i]·b[bFrom+i] over `length` elements.
    float dot(float[] a, int aFrom, float[] b, int bFrom, int length);

    /// target[targetFrom+i] += scale·source[sourceFrom+i] over `length` elements.
    void addScaled(float scale, float[] source, int sourceFrom, float[] target, int targetFrom, int length);
}
