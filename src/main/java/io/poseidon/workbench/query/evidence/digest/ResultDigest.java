package io.poseidon.workbench.query.evidence.digest;

import io.poseidon.workbench.query.audit.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The salted digest of a result as a set of rows, each as often as it stands: SHA-256 over a label, the salt, the
/// digest of the columns, and the digests of the rows in ascending order. The order of rows plays no part, since the
/// same question may give the same rows in another one. Any number of rows; see [SortedDigests] for the memory. One
/// thread; whoever makes it closes it.
public final class ResultDigest implements AutoCloseable {

    private static final byte[] LABEL = "poseidon result 1\n".getBytes(StandardCharsets.US_ASCII);

    private final List<Shape> columns;
    private final SortedDigests rows;

    public ResultDigest(List<Shape> columns) {
        this(columns, SortedDigests.IN_MEMORY);
    }

    /// `inMemory` digests are held at most before they are put aside.
    ResultDigest(List<Shape> columns, int inMemory) {
        this.columns = List.copyOf(columns);
        this.rows = new SortedDigests(inMemory);
    }

    /// A row's values as text, in the order of the columns.
    public void add(List<Optional<String>> values) {
        var canonical = new ArrayList<Optional<String>>();
        for (int i = 0; i < columns.size(); i++) {
            var type = columns.get(i).type();
            canonical.add(values.get(i).map(text -> Canonical.value(type, text)));
        }
        rows.add(Sha256.start().digest(Canonical.row(canonical)));
    }

    /// Of everything that was added; in hexadecimal.
    public String salted(byte[] salt) {
        var digest = Sha256.start();
        digest.update(LABEL);
        digest.update(salt);
        digest.update(Sha256.start().digest(head()));
        rows.forEach(digest::update);
        return HexFormat.of().formatHex(digest.digest());
    }

    private byte[] head() {
        var head = new ArrayList<Optional<String>>();
        for (var column : columns) {
            head.add(Optional.of(column.name()));
            head.add(Optional.of(column.type().name().toLowerCase(Locale.ROOT)));
        }
        return Canonical.row(head);
    }

    @Override
    public void close() {
        rows.close();
    }
}
