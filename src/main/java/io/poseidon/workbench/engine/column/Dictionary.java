package io.poseidon.workbench.engine.column;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// The texts that coded columns point into, each decoded at most once per thread that is the first to want it. Any
/// thread.
public final class Dictionary {

    public static final Dictionary EMPTY = new Dictionary(new byte[0][]);

    private final byte[][] bytes;
    private final @Nullable String[] texts;

    /// UTF-8; taken over, not copied.
    public Dictionary(byte[][] bytes) {
        this.bytes = bytes;
        this.texts = new String[bytes.length];
    }

    public int size() {
        return bytes.length;
    }

    /// Not to be changed.
    public byte[] bytes(int code) {
        return bytes[code];
    }

    String text(int code) {
        var text = texts[code];
        if (text == null) {
            text = new String(bytes[code], StandardCharsets.UTF_8);
            texts[code] = text;
        }
        return text;
    }
}
