package io.poseidon.workbench.crypto.recipient;

import io.poseidon.workbench.crypto.age.AgeProblem;
import io.poseidon.workbench.crypto.age.FileKey;
import io.poseidon.workbench.crypto.age.KeyUnwrapper;
import io.poseidon.workbench.crypto.age.Primitives;
import io.poseidon.workbench.crypto.age.Stanza;
import io.poseidon.workbench.crypto.age.Unpadded;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/// A passphrase to open with. Work is bounded: a factor over 20 would take more than a gigabyte and is refused.
public final class ScryptIdentity implements KeyUnwrapper {

    private static final int LARGEST_WORK_FACTOR = 20;
    private static final Pattern DECIMAL = Pattern.compile("[1-9][0-9]?");

    private final byte[] passphrase;

    /// Takes the UTF-8 bytes over.
    public ScryptIdentity(byte[] passphrase) {
        this.passphrase = passphrase;
    }

    @Override
    public Optional<FileKey> unwrap(Stanza stanza) {
        if (!stanza.type().equals(ScryptRecipient.TYPE)) {
            return Optional.empty();
        }
        if (stanza.arguments().size() != 2) {
            throw AgeProblem.header("a passphrase recipient with other than two arguments");
        }
        var salt = Unpadded.decode(stanza.arguments().getFirst(), ScryptRecipient.SALT);
        int workFactor = workFactor(stanza.arguments().getLast());
        if (stanza.body().length != FileKey.LENGTH + Primitives.TAG) {
            throw AgeProblem.header("a wrapped key of the wrong length");
        }
        return Primitives.unbox(ScryptRecipient.wrappingKey(passphrase, salt, workFactor), stanza.body());
    }

    private static int workFactor(String text) {
        if (!DECIMAL.matcher(text).matches()) {
            throw AgeProblem.header("a work factor that is no small whole number");
        }
        int workFactor = Integer.parseInt(text);
        if (workFactor > LARGEST_WORK_FACTOR) {
            throw AgeProblem.workFactor(LARGEST_WORK_FACTOR);
        }
        return workFactor;
    }

    @Override
    public void close() {
        Arrays.fill(passphrase, (byte) 0);
    }

    @Override
    public String toString() {
        return "passphrase";
    }
}
