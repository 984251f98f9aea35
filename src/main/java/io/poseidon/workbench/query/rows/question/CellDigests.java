package io.poseidon.workbench.query.rows.question;

import io.poseidon.workbench.policy.span.CellSet;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/// SHA-256 of the bits of sets of cells, as [java.util.BitSet#toByteArray] gives them. The zeros before the first cell
/// are digested once for all sets: of a fine grouping they are nearly everything. One thread.
final class CellDigests {

    /// Bytes that the digest takes at a time, and the cells in them.
    private static final int BLOCK = 64;

    private static final int CELLS = BLOCK * Byte.SIZE;

    /// After as many blocks of zeros as the place says.
    private final List<MessageDigest> afterZeros = new ArrayList<>(List.of(Digests.sha256()));

    String of(CellSet set) {
        var cells = set.stream().toArray();
        if (cells.length == 0) {
            return Digests.of(new byte[0]);
        }
        int zeros = cells[0] / CELLS;
        var bytes = new byte[cells[cells.length - 1] / Byte.SIZE + 1 - zeros * BLOCK];
        Arrays.stream(cells).forEach(cell -> bytes[cell / Byte.SIZE - zeros * BLOCK] |= (byte) (1 << cell % Byte.SIZE));
        return HexFormat.of().formatHex(after(zeros).digest(bytes));
    }

    private MessageDigest after(int zeros) {
        while (afterZeros.size() <= zeros) {
            var next = copy(afterZeros.getLast());
            next.update(new byte[BLOCK]);
            afterZeros.add(next);
        }
        return copy(afterZeros.get(zeros));
    }

    private static MessageDigest copy(MessageDigest digest) {
        try {
            return (MessageDigest) digest.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("the digests of every Java can be copied", e);
        }
    }
}
