package io.poseidon.workbench.bundle.format;

import java.nio.charset.StandardCharsets;

/// One stored file of a container: plain name, size in bytes, CRC-32 as ZIP has it (an unsigned 32-bit number).
public record Entry(String name, long size, long crc) {

    static final int LONGEST_NAME = 128;

    public Entry {
        if (!name.matches("[A-Za-z0-9][A-Za-z0-9._/-]*") || name.length() > LONGEST_NAME || name.contains("..")) {
            throw new IllegalArgumentException("not a name of an entry");
        }
        if (size < 0 || crc < 0 || crc > 0xFFFF_FFFFL) {
            throw new IllegalArgumentException("not a size and CRC of an entry");
        }
    }

    byte[] encodedName() {
        return name.getBytes(StandardCharsets.US_ASCII);
    }
}
