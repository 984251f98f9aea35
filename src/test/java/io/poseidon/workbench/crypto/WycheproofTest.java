package io.poseidon.workbench.crypto;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.poseidon.workbench.Shared;
import io.poseidon.workbench.model.Problem;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.math.ec.rfc7748.X25519;
import org.junit.jupiter.api.Test;

/// Google's vectors for the primitives that everything here stands on.
final class WycheproofTest {

    private static JsonNode read(String name) throws IOException {
        return new ObjectMapper()
                .readTree(Shared.path("vectors/wycheproof/" + name).toFile());
    }

    private static byte[] hex(JsonNode vector, String key) {
        return HexFormat.of().parseHex(vector.get(key).asText());
    }

    private static boolean isValid(JsonNode vector) {
        return vector.get("result").asText().equals("valid");
    }

    @Test
    void verifiesExactlyTheSignaturesThatAreValid() throws IOException {
        int seen = 0;
        for (var group : read("ed25519_test.json").get("testGroups")) {
            var key = VerifyingKey.of(hex(group.get("publicKey"), "pk"));
            assertEquals(key, VerifyingKey.ofSpki(hex(group, "publicKeyDer")));
            for (var vector : group.get("tests")) {
                boolean verified = key.verifies(hex(vector, "msg"), hex(vector, "sig"));
                assertEquals(isValid(vector), verified, vector.toString());
                seen++;
            }
        }
        assertEquals(151, seen);
    }

    @Test
    void agreesOnEverySharedSecretAndRefusesTheZeroOne() throws IOException {
        int seen = 0;
        for (var group : read("x25519_test.json").get("testGroups")) {
            for (var vector : group.get("tests")) {
                var shared = new byte[32];
                boolean agreed =
                        X25519.calculateAgreement(hex(vector, "private"), 0, hex(vector, "public"), 0, shared, 0);
                var expected = hex(vector, "shared");
                assertArrayEquals(expected, shared, vector.toString());
                assertEquals(!Arrays.equals(expected, new byte[32]), agreed, vector.toString());
                seen++;
            }
        }
        assertEquals(518, seen);
    }

    @Test
    void opensExactlyTheBoxesThatAreValid() throws IOException, GeneralSecurityException {
        int seen = 0;
        for (var group : read("chacha20_poly1305_test.json").get("testGroups")) {
            for (var vector : group.get("tests")) {
                if (group.get("ivSize").asInt() == 96) {
                    assertEquals(isValid(vector), opens(vector), vector.toString());
                }
                seen++;
            }
        }
        assertEquals(325, seen);
    }

    private static boolean opens(JsonNode vector) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("ChaCha20-Poly1305");
        var key = new SecretKeySpec(hex(vector, "key"), "ChaCha20");
        cipher.init(Cipher.DECRYPT_MODE, key, new IvParameterSpec(hex(vector, "iv")));
        cipher.updateAAD(hex(vector, "aad"));
        try {
            cipher.update(hex(vector, "ct"));
            assertArrayEquals(hex(vector, "msg"), cipher.doFinal(hex(vector, "tag")));
            return true;
        } catch (AEADBadTagException e) {
            return false;
        }
    }

    @Test
    void refusesKeysThatAreNoPointsOfTheGroup() {
        var smallOrder = new String[] {
            "0100000000000000000000000000000000000000000000000000000000000000",
            "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
            "0000000000000000000000000000000000000000000000000000000000000080",
            "0000000000000000000000000000000000000000000000000000000000000000",
            "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa",
            "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
            "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
            "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff"
        };
        for (var point : smallOrder) {
            assertThrows(Problem.class, () -> VerifyingKey.of(HexFormat.of().parseHex(point)), point);
        }
    }
}
