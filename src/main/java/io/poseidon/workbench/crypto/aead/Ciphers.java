package io.poseidon.workbench.crypto.aead;

import java.security.GeneralSecurityException;
import javax.crypto.Cipher;

/// The JDK's ciphers that every JDK has.
final class Ciphers {

    private Ciphers() {}

    static Cipher named(String transformation) {
        try {
            return Cipher.getInstance(transformation);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
