package io.poseidon.workbench.crypto.recipient;

import io.poseidon.workbench.crypto.age.FileKey;
import io.poseidon.workbench.crypto.age.Header;
import io.poseidon.workbench.crypto.age.KeyWrapper;
import io.poseidon.workbench.crypto.age.Primitives;
import io.poseidon.workbench.crypto.age.Stanza;
import io.poseidon.workbench.crypto.age.Unpadded;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.crypto.generators.SCrypt;

/// A passphrase to seal with; stands alone in a header.
public final class ScryptRecipient implements KeyWrapper {

    static final String TYPE = Header.PASSPHRASE;
    static final int SALT = 16;

    /// age's own choice: about a second and 256 MiB.
    private static final int WORK_FACTOR = 18;

    private static final int BLOCK = 8;
    private static final String PURPOSE = "age-encryption.org/v1/scrypt";

    private final byte[] passphrase;
    private final int workFactor;

    /// Uses the UTF-8 bytes where they are; their owner zeroes them.
    public ScryptRecipient(byte[] passphrase) {
        this(passphrase, WORK_FACTOR);
    }

    ScryptRecipient(byte[] passphrase, int workFactor) {
        this.passphrase = passphrase;
        this.workFactor = workFactor;
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public Stanza wrap(FileKey key) {
        var salt = Primitives.random(SALT);
        var box = Primitives.box(wrappingKey(passphrase, salt, workFactor), key);
        return new Stanza(TYPE, List.of(Unpadded.encode(salt), Integer.toString(workFactor)), box);
    }

    static byte[] wrappingKey(byte[] passphrase, byte[] salt, int workFactor) {
        var purpose = PURPOSE.getBytes(StandardCharsets.US_ASCII);
        var salted = Arrays.copyOf(purpose, purpose.length + salt.length);
        System.arraycopy(salt, 0, salted, purpose.length, salt.length);
        return SCrypt.generate(passphrase, salted, 1 << workFactor, BLOCK, 1, 32);
    }

    @Override
    public String toString() {
        return "passphrase";
    }
}
