package io.poseidon.workbench.app.command.option;

import io.poseidon.workbench.app.Main;
import io.poseidon.workbench.crypto.Passphrase;
import io.poseidon.workbench.crypto.SecretFile;
import io.poseidon.workbench.model.Problem;
import io.poseidon.workbench.model.Problem.Kind;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import picocli.CommandLine.Option;

/// Where a passphrase comes from: the first line of a file, or the console, which does not echo it.
public final class PassphraseOption {

    @Option(names = "--passphrase-file", paramLabel = "FILE", description = "read the passphrase from the first line")
    private Path file;

    public boolean isGiven() {
        return Optional.ofNullable(file).isPresent();
    }

    /// The caller closes it. Without a file and without a console it cannot be asked for.
    public Passphrase ask(String prompt) {
        return isGiven() ? fromFile() : fromConsole(prompt);
    }

    /// As [#ask], but typed twice on a console, since a mistyped new passphrase loses the key.
    public Passphrase askNew(String prompt) {
        var first = ask(prompt);
        if (isGiven()) {
            return first;
        }
        try (var second = fromConsole("Again: ")) {
            if (!first.isSameAs(second)) {
                first.close();
                throw Problem.of(Kind.USAGE, Main.class, "passphrases-differ");
            }
        }
        return first;
    }

    private Passphrase fromFile() {
        var bytes = SecretFile.read(file);
        try {
            var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, 0, firstLine(bytes)));
            var characters = new char[text.remaining()];
            text.get(characters);
            Arrays.fill(text.array(), '\0');
            return passphrase(characters);
        } catch (CharacterCodingException e) {
            throw Problem.of(Kind.INPUT, Main.class, "passphrase-not-utf8").because(e);
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    private static int firstLine(byte[] bytes) {
        int end = 0;
        while (end < bytes.length && bytes[end] != '\n' && bytes[end] != '\r') {
            end++;
        }
        return end;
    }

    private static Passphrase fromConsole(String prompt) {
        var console = System.console();
        if (console == null || !console.isTerminal()) {
            throw Problem.of(Kind.LOCKED, Main.class, "passphrase-needed");
        }
        return passphrase(
                Optional.ofNullable(console.readPassword("%s", prompt)).orElse(new char[0]));
    }

    private static Passphrase passphrase(char[] characters) {
        try {
            return Passphrase.of(characters);
        } finally {
            Arrays.fill(characters, '\0');
        }
    }
}
