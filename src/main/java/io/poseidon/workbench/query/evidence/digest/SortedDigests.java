package io.poseidon.workbench.query.evidence.digest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Digests in ascending order, any number of them in flat memory: sorted runs are put aside in a [DigestSpill] and
/// merged at the end. One thread; the owner closes it.
final class SortedDigests implements AutoCloseable {

    /// About thirty megabytes.
    static final int IN_MEMORY = 1 << 19;

    private final int inMemory;
    private final List<byte[]> run = new ArrayList<>();
    private Optional<DigestSpill> spill = Optional.empty();

    SortedDigests(int inMemory) {
        this.inMemory = inMemory;
    }

    void add(byte[] digest) {
        if (run.size() == inMemory) {
            putAside();
        }
        run.add(digest);
    }

    private void putAside() {
        if (spill.isEmpty()) {
            spill = Optional.of(DigestSpill.create());
        }
        run.sort(Arrays::compareUnsigned);
        spill.get().add(run);
        run.clear();
    }

    void forEach(Consumer<byte[]> each) {
        if (spill.isPresent()) {
            putAside();
            spill.get().merge(each);
        } else {
            run.sort(Arrays::compareUnsigned);
            run.forEach(each);
        }
    }

    @Override
    public void close() {
        spill.ifPresent(DigestSpill::close);
    }
}
