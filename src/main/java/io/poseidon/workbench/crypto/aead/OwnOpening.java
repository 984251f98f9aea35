package io.poseidon.workbench.crypto.aead;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.ChaCha20ParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// RFC 8439 section 2.8 from the JDK's ChaCha20 and our [Poly1305]. The first block of the key stream is the key of
/// the tag; the tag is compared in constant time, and before it agrees nothing is deciphered.
final class OwnOpening implements Aead {

    private static final int BLOCK = 64;

    private final byte[] key;
    private final Cipher cipher = Ciphers.named("ChaCha20");
    private final Poly1305 authenticator;
    private final byte[] first = new byte[BLOCK];

    OwnOpening(byte[] key, Blocks blocks) {
        this.key = key;
        this.authenticator = new Poly1305(blocks);
    }

    @Override
    public int apply(byte[] nonce, ByteBuffer in, ByteBuffer out) throws GeneralSecurityException {
        int length = in.remaining() - TAG;
        if (length < 0) {
            throw new AEADBadTagException("shorter than a tag");
        }
        int from = in.arrayOffset() + in.position();
        cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(key, "ChaCha20"), new ChaCha20ParameterSpec(nonce, 0));
        var expected = tag(in.array(), from, length);
        var found = Arrays.copyOfRange(in.array(), from + length, from + length + TAG);
        if (!MessageDigest.isEqual(expected, found)) {
            throw new AEADBadTagException("another tag");
        }
        cipher.doFinal(in.array(), from, length, out.array(), out.arrayOffset() + out.position());
        in.position(in.limit());
        out.position(out.position() + length);
        return length;
    }

    private byte[] tag(byte[] sealed, int from, int length) throws GeneralSecurityException {
        try {
            cipher.update(first, 0, BLOCK, first, 0);
            return authenticator.tag(first, sealed, from, length);
        } finally {
            Arrays.fill(first, (byte) 0);
        }
    }
}
