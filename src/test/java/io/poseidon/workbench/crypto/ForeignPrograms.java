package io.poseidon.workbench.crypto;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// Other people's programs, installed where they are missing: npm's packages under the build folder, Debian's by its
/// package manager where this process may. One that cannot be had is a failure, never a test that is passed over.
final class ForeignPrograms {

    private static final String NPM_PACKAGE = "age-encryption@0.3.1";
    private static final Path FOLDER = Path.of("target", "interop").toAbsolutePath();
    private static final long SECONDS = 300;

    private ForeignPrograms() {}

    /// The path of Debian's `age`, version 1.
    static Path age() throws IOException, InterruptedException {
        var found = find("age");
        if (found.isEmpty()) {
            run(List.of("apt-get", "install", "-y", "--no-install-recommends", "age"), new byte[0]);
        }
        return find("age").orElseThrow(() -> missing("age", "apt-get install age"));
    }

    /// `script`, which gives a program a terminal to ask for passphrases on.
    static Path script() {
        return find("script").orElseThrow(() -> missing("script", "apt-get install bsdutils"));
    }

    /// The command line, but for its arguments, of npm's `age-encryption` as a filter.
    static List<String> npm() throws IOException, InterruptedException {
        var npm = find("npm").orElseThrow(() -> missing("npm", "apt-get install npm"));
        var node = find("node").orElseThrow(() -> missing("node", "apt-get install nodejs"));
        Files.createDirectories(FOLDER);
        if (!Files.isDirectory(FOLDER.resolve("node_modules").resolve("age-encryption"))) {
            run(
                    List.of(
                            npm.toString(),
                            "install",
                            "--prefix",
                            FOLDER.toString(),
                            "--no-audit",
                            "--no-fund",
                            NPM_PACKAGE),
                    new byte[0]);
        }
        var filter = FOLDER.resolve("age-peer.mjs");
        try (var in = Objects.requireNonNull(ForeignPrograms.class.getResourceAsStream("age-peer.mjs"))) {
            Files.copy(in, filter, StandardCopyOption.REPLACE_EXISTING);
        }
        return List.of(node.toString(), filter.toString());
    }

    /// What the command writes when it is given this to read; it must succeed.
    static byte[] run(List<String> command, byte[] input) throws IOException, InterruptedException {
        Files.createDirectories(FOLDER);
        var in = Files.write(Files.createTempFile(FOLDER, "in-", ""), input);
        var out = Files.createTempFile(FOLDER, "out-", "");
        var error = Files.createTempFile(FOLDER, "error-", "");
        var process = new ProcessBuilder(command)
                .redirectInput(in.toFile())
                .redirectOutput(out.toFile())
                .redirectError(error.toFile())
                .start();
        finish(process, command, error);
        var bytes = Files.readAllBytes(out);
        for (var file : List.of(in, out, error)) {
            Files.delete(file);
        }
        return bytes;
    }

    /// Runs a command on a terminal of its own and types the keys, line by line.
    static void typed(String command, String keys) throws IOException, InterruptedException {
        var words = new ArrayList<>(List.of(script().toString(), "-qec", command, "/dev/null"));
        var log = Files.createTempFile(FOLDER, "log-", "");
        var process = new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try (var keyboard = process.outputWriter()) {
            TimeUnit.MILLISECONDS.sleep(1_500);
            for (var line : keys.split("(?<=\n)")) {
                keyboard.write(line);
                keyboard.flush();
                TimeUnit.MILLISECONDS.sleep(800);
            }
            finish(process, words, log);
        }
        Files.delete(log);
    }

    private static void finish(Process process, List<String> command, Path log)
            throws IOException, InterruptedException {
        if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
        assertEquals(0, process.waitFor(), command.getFirst() + ": " + Files.readString(log, StandardCharsets.UTF_8));
    }

    private static Optional<Path> find(String program) {
        for (var place : System.getenv("PATH").split(":")) {
            if (Files.isExecutable(Path.of(place, program))) {
                return Optional.of(Path.of(place, program));
            }
        }
        return Optional.empty();
    }

    private static AssertionError missing(String program, String remedy) {
        return new AssertionError("this profile needs " + program + ": " + remedy);
    }
}
