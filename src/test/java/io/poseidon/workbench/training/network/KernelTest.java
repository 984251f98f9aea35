package io.poseidon.workbench.training.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class KernelTest {

    private final Kernel scalar = new ScalarKernel();
    private final Kernel vector = new VectorKernel();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void vectorAndScalarGiveTheSameBitsForEveryLengthAndOffset(long seed) {
        var random = new SplittableRandom(seed);
        var a = numbers(random, 200);
        var b = numbers(random, 200);
        for (int length = 0; length <= 100; length++) {
            int aFrom = random.nextInt(100);
            int bFrom = random.nextInt(100);
            assertEquals(
                    Float.floatToRawIntBits(scalar.dot(a, aFrom, b, bFrom, length)),
                    Float.floatToRawIntBits(vector.dot(a, aFrom, b, bFrom, length)),
                    "seed " + seed + ", length " + length);
            var one = b.clone();
            var other = b.clone();
            scalar.addScaled(0.37f, a, aFrom, one, bFrom, length);
            vector.addScaled(0.37f, a, aFrom, other, bFrom, length);
            assertArrayEquals(one, other, 0f, "seed " + seed + ", length " + length);
        }
    }

    @Test
    void dotIsTheSumOfProducts() {
        var random = new SplittableRandom(9);
        var a = numbers(random, 77);
        var b = numbers(random, 77);
        double expected = 0;
        double size = 0;
        for (int i = 0; i < 77; i++) {
            expected += (double) a[i] * b[i];
            size += Math.abs((double) a[i] * b[i]);
        }
        assertEquals(expected, vector.dot(a, 0, b, 0, 77), size * 1e-6);
    }

    @Test
    void addScaledLeavesWhatIsOutsideAlone() {
        var target = new float[] {1, 1, 1, 1};
        scalar.addScaled(2, new float[] {5, 6}, 0, target, 1, 2);
        assertArrayEquals(new float[] {1, 11, 13, 1}, target);
    }

    @Test
    void aMachineWithWideVectorsUsesThem() {
        assertEquals(VectorKernel.isSupported(), Kernel.fastest() instanceof VectorKernel);
    }

    private static float[] numbers(SplittableRandom random, int count) {
        var numbers = new float[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = (float) (random.nextGaussian() * Math.exp(random.nextGaussian() * 3));
        }
        return numbers;
    }
}
