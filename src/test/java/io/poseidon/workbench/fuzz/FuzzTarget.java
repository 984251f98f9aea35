package io.poseidon.workbench.fuzz;

import io.poseidon.workbench.model.Problem;
import io.poseidon.workbench.model.Problem.Kind;
import java.io.IOException;

/// Something that reads untrusted bytes. An input that is refused ends in a [Problem]; whatever else is thrown is a
/// finding, and so is a promise that does not hold for what was accepted.
interface FuzzTarget {

    /// Reads the input as the application would. May throw a problem.
    void read(byte[] input) throws IOException;

    /// Reads it and forgives a refusal; a refusal that admits a bug of ours is a finding like any other.
    static boolean accepts(FuzzTarget target, byte[] input) {
        try {
            target.read(input);
            return true;
        } catch (Problem problem) {
            if (problem.kind() == Kind.BUG) {
                throw new AssertionError("refused as a bug: " + problem.code(), problem);
            }
            return false;
        } catch (IOException e) {
            throw new AssertionError("an unreadable input must be a problem", e);
        }
    }

    /// Holds a promise about an input that was accepted.
    static void hold(boolean promise, String what) {
        if (!promise) {
            throw new AssertionError(what);
        }
    }
}
