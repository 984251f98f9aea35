package io.poseidon.workbench.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Objects;

/// Inputs that once broke a target, kept in `findings.txt`: the target's title and the input in base64 on each line.
final class Findings {

    private Findings() {}

    static List<byte[]> of(FuzzTargets target) {
        try (var in = Objects.requireNonNull(Findings.class.getResourceAsStream("findings.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII)
                    .lines()
                    .filter(line -> line.startsWith(target.title() + " "))
                    .map(line -> Base64.getDecoder()
                            .decode(line.substring(target.title().length() + 1)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
