package io.poseidon.workbench.crypto.recipient;

import java.nio.charset.StandardCharsets;
import org.bouncycastle.crypto.hpke.HPKE;

/// The constants of `mlkem768x25519`: RFC 9180 in base mode over X-Wing's key encapsulation (0x647a).
final class Hybrid {

    static final String TYPE = "mlkem768x25519";
    static final String RECIPIENT_PREFIX = "age1pq";
    static final String IDENTITY_PREFIX = "age-secret-key-pq-";
    static final int SEED = 32;
    static final int PUBLIC_KEY = 1216;
    static final int ENCAPSULATION = 1120;
    static final int SHARE = 32;

    private Hybrid() {}

    static HPKE hpke() {
        return new HPKE(HPKE.mode_base, HPKE.kem_MLKEM768_X25519, HPKE.kdf_HKDF_SHA256, HPKE.aead_CHACHA20_POLY1305);
    }

    static byte[] purpose() {
        return ("age-encryption.org/" + TYPE).getBytes(StandardCharsets.US_ASCII);
    }
}
