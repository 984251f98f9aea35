package io.poseidon.workbench.crypto.recipient;

import io.poseidon.workbench.crypto.age.AgeProblem;
import io.poseidon.workbench.crypto.age.FileKey;
import io.poseidon.workbench.crypto.age.KeyWrapper;
import io.poseidon.workbench.crypto.age.Stanza;
import io.poseidon.workbench.crypto.age.Unpadded;
import java.security.GeneralSecurityException;
import java.util.List;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.hpke.HPKEContext;

/// `age1pq…`: ML-KEM-768 and X25519 together, so that what is recorded today stays closed to tomorrow's machines.
public final class HybridRecipient implements KeyWrapper {

    private final byte[] key;

    HybridRecipient(byte[] key) {
        if (key.length != Hybrid.PUBLIC_KEY) {
            throw AgeProblem.key("it has the wrong length");
        }
        this.key = key;
    }

    public static HybridRecipient parse(String text) {
        return new HybridRecipient(Bech32.decode(Hybrid.RECIPIENT_PREFIX, text.toCharArray()));
    }

    @Override
    public String type() {
        return Hybrid.TYPE;
    }

    @Override
    public Stanza wrap(FileKey fileKey) {
        try {
            var hpke = Hybrid.hpke();
            var sender = hpke.setupBaseS(hpke.deserializePublicKey(key), Hybrid.purpose());
            var body = fileKey.use(bytes -> seal(sender, bytes));
            return new Stanza(Hybrid.TYPE, List.of(Unpadded.encode(sender.getEncapsulation())), body);
        } catch (IllegalArgumentException e) {
            throw AgeProblem.key("it is not a valid ML-KEM key").because(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] seal(HPKEContext sender, byte[] bytes) throws GeneralSecurityException {
        try {
            return sender.seal(new byte[0], bytes);
        } catch (InvalidCipherTextException e) {
            throw new GeneralSecurityException(e);
        }
    }

    @Override
    public String toString() {
        return new String(Bech32.encode(Hybrid.RECIPIENT_PREFIX, key));
    }
}
