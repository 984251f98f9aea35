package io.poseidon.workbench.job;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Closes several things one after the other, each whatever becomes of the others. The first failure is thrown at the
/// end and has the others with it.
public final class Closing {

    private @Nullable RuntimeException first;

    private Closing() {}

    public static void all(AutoCloseable... parts) {
        all(List.of(parts));
    }

    public static void all(Collection<? extends AutoCloseable> parts) {
        var closing = new Closing();
        parts.forEach(closing::close);
        if (closing.first != null) {
            throw closing.first;
        }
    }

    /// For what cannot go on after `failure`, which it is given what then does not close.
    public static void after(Throwable failure, Collection<? extends AutoCloseable> parts) {
        try {
            all(parts);
        } catch (RuntimeException e) {
            failure.addSuppressed(e);
        }
    }

    private void close(AutoCloseable part) {
        try {
            part.close();
        } catch (RuntimeException e) {
            add(e);
        } catch (Exception e) {
            add(new IllegalStateException("did not close", e));
        }
    }

    private void add(RuntimeException failure) {
        if (first == null) {
            first = failure;
        } else if (first != failure) {
            first.addSuppressed(failure);
        }
    }
}
