package io.poseidon.workbench.query.evidence;

import io.poseidon.workbench.model.Problem;
import io.poseidon.workbench.model.Problem.Kind;
import io.poseidon.workbench.query.audit.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/// The salted digest of a result as a set of rows: SHA-256 over a label, the salt, the digest of the columns, and the
/// digests of the rows in ascending order. The order of rows plays no part, since the same question may give the same
/// rows in another one. One thread.
public final class ResultDigest {

    /// More than this belongs into a file whose own digest is kept.
    static final int MOST_ROWS = 2_000_000;

    private static final byte[] LABEL = "poseidon result 1\n".getBytes(StandardCharsets.US_ASCII);

    private final List<Shape> columns;
    private final List<byte[]> rows = new ArrayList<>();

    ResultDigest(List<Shape> columns) {
        this.columns = List.copyOf(columns);
    }

    /// A row's values as text, in the order of the columns.
    void add(List<Optional<String>> values) {
        if (rows.size() == MOST_ROWS) {
            throw Problem.of(Kind.INPUT, ResultDigest.class, "evidence-too-large", MOST_ROWS);
        }
        var canonical = new ArrayList<Optional<String>>();
        for (int i = 0; i < columns.size(); i++) {
            var type = columns.get(i).type();
            canonical.add(values.get(i).map(text -> Canonical.value(type, text)));
        }
        rows.add(Sha256.start().digest(Canonical.row(canonical)));
    }

    String salted(Salt salt) {
        var sorted = new ArrayList<>(rows);
        sorted.sort(Arrays::compareUnsigned);
        var digest = Sha256.start();
        digest.update(LABEL);
        digest.update(salt.bytes());
        digest.update(Sha256.start().digest(head()));
        sorted.forEach(digest::update);
        return HexFormat.of().formatHex(digest.digest());
    }

    private byte[] head() {
        var head = new ArrayList<Optional<String>>();
        for (var column : columns) {
            head.add(Optional.of(column.name()));
            head.add(Optional.of(Statements.word(column.type())));
        }
        return Canonical.row(head);
    }
}
