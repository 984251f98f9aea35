package io.poseidon.workbench.engine.text;

import java.nio.charset.StandardCharsets;

/// A place in a text: line and column counted from 1, column and length in characters (UTF-16 units).
public record TextPlace(int line, int column, int length) {

    /// From the byte offset and byte length in UTF-8 that the parser uses; beyond the end means the end.
    public static TextPlace at(String text, int byteOffset, int byteLength) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        int from = Math.clamp(byteOffset, 0, bytes.length);
        int to = Math.clamp((long) from + byteLength, from, bytes.length);
        int start = new String(bytes, 0, from, StandardCharsets.UTF_8).length();
        int length = new String(bytes, from, to - from, StandardCharsets.UTF_8).length();
        return atCharacter(text, start, length);
    }

    static TextPlace atCharacter(String text, int index, int length) {
        int line = 1
                + (int) text.substring(0, index).chars().filter(c -> c == '\n').count();
        int column = index - (text.lastIndexOf('\n', index - 1) + 1) + 1;
        return new TextPlace(line, column, length);
    }
}
