package io.poseidon.workbench.crypto;

import io.poseidon.workbench.crypto.age.Armor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.InflaterInputStream;

/// One file of the community's age test kit: what should happen, the keys, and the sealed bytes.
record TestKitCase(String name, Map<String, List<String>> keys, byte[] file) {

    static TestKitCase read(Path path) {
        try {
            return parse(String.valueOf(path.getFileName()), Files.readAllBytes(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static TestKitCase parse(String name, byte[] bytes) throws IOException {
        var keys = new HashMap<String, List<String>>();
        int from = 0;
        while (bytes[from] != '\n') {
            int to = from;
            while (bytes[to] != '\n') {
                to++;
            }
            var line = new String(bytes, from, to - from, StandardCharsets.UTF_8);
            int colon = line.indexOf(": ");
            keys.computeIfAbsent(line.substring(0, colon), key -> new ArrayList<>())
                    .add(line.substring(colon + 2));
            from = to + 1;
        }
        var body = Arrays.copyOfRange(bytes, from + 1, bytes.length);
        if (keys.containsKey("compressed")) {
            body = new InflaterInputStream(new ByteArrayInputStream(body)).readAllBytes();
        }
        return new TestKitCase(name, keys, body);
    }

    String expect() {
        return key("expect");
    }

    String key(String name) {
        return keys.getOrDefault(name, List.of()).getFirst();
    }

    /// The sealed bytes without armor; damaged armor is a problem.
    byte[] dearmored() {
        return keys.containsKey("armored") ? Armor.decode(file) : file;
    }

    List<Identity> identities() {
        var identities = new ArrayList<Identity>();
        for (var text : keys.getOrDefault("identity", List.of())) {
            identities.add(Identity.parse(text.toCharArray()));
        }
        for (var text : keys.getOrDefault("passphrase", List.of())) {
            identities.add(Identity.of(Passphrase.of(text.toCharArray())));
        }
        return identities;
    }
}
