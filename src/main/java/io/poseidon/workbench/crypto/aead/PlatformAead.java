package io.poseidon.workbench.crypto.aead;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// The JDK's. It is handed arrays, since of buffers it makes copies.
final class PlatformAead implements Aead {

    private final int mode;
    private final byte[] key;
    private final Cipher cipher = Ciphers.named("ChaCha20-Poly1305");

    private PlatformAead(int mode, byte[] key) {
        this.mode = mode;
        this.key = key;
    }

    static PlatformAead sealing(byte[] key) {
        return new PlatformAead(Cipher.ENCRYPT_MODE, key);
    }

    static PlatformAead opening(byte[] key) {
        return new PlatformAead(Cipher.DECRYPT_MODE, key);
    }

    @Override
    public int apply(byte[] nonce, ByteBuffer in, ByteBuffer out) throws GeneralSecurityException {
        cipher.init(mode, new SecretKeySpec(key, "ChaCha20"), new IvParameterSpec(nonce));
        int from = in.arrayOffset() + in.position();
        int to = out.arrayOffset() + out.position();
        int written = cipher.doFinal(in.array(), from, in.remaining(), out.array(), to);
        in.position(in.limit());
        out.position(out.position() + written);
        return written;
    }
}
