package io.poseidon.workbench.training.network;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/// The weights of a network, or a change of them: an immutable array of floats.
public final class Weights {

    private final float[] values;

    public Weights(float... values) {
        this.values = values.clone();
    }

    /// Little-endian, four bytes a weight.
    public static Weights ofBytes(byte[] bytes) {
        if (bytes.length % Float.BYTES != 0) {
            throw new IllegalArgumentException("not a whole number of floats");
        }
        var values = new float[bytes.length / Float.BYTES];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(values);
        return new Weights(values);
    }

    /// A copy, to be changed freely.
    public float[] values() {
        return values.clone();
    }

    public int size() {
        return values.length;
    }

    public byte[] bytes() {
        var bytes = ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values);
        return bytes.array();
    }

    public boolean isFinite() {
        for (float value : values) {
            if (!Float.isFinite(value)) {
                return false;
            }
        }
        return true;
    }

    /// What must be added to `start` to get these.
    public Weights minus(Weights start) {
        var change = values.clone();
        for (int i = 0; i < change.length; i++) {
            change[i] -= start.values[i];
        }
        return new Weights(change);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Weights weights && Arrays.equals(values, weights.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return values.length + " weights";
    }
}
