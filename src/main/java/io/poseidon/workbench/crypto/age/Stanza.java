package io.poseidon.workbench.crypto.age;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// One recipient's line and body in the header: the file key, wrapped for that recipient.
///
/// @param type the recipient's kind, `X25519` for example
/// @param arguments what follows the type on the same line
/// @param body the wrapped key
public record Stanza(String type, List<String> arguments, byte[] body) {

    private static final int COLUMNS = 64;

    public Stanza {
        arguments = List.copyOf(arguments);
    }

    void writeTo(ByteArrayOutputStream out) {
        var text = new StringBuilder("-> ").append(type);
        arguments.forEach(argument -> text.append(' ').append(argument));
        text.append('\n');
        var encoded = Unpadded.encode(body);
        int at = 0;
        for (; encoded.length() - at >= COLUMNS; at += COLUMNS) {
            text.append(encoded, at, at + COLUMNS).append('\n');
        }
        text.append(encoded.substring(at)).append('\n');
        out.writeBytes(text.toString().getBytes(StandardCharsets.US_ASCII));
    }
}
