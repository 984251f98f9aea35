package io.poseidon.workbench.crypto;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.poseidon.workbench.model.Problem;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DsseTest {

    private static final byte[] PAYLOAD = "hello world".getBytes(StandardCharsets.UTF_8);
    private static final String TYPE = "http://example.com/HelloWorld";

    private final SigningKey key = SigningKey.ofSeed(new byte[32]);

    /// The example of the protocol's own text.
    @Test
    void authenticatesLengthsTypeAndPayloadBeforeAnythingIsParsed() {
        var expected = "DSSEv1 29 http://example.com/HelloWorld 11 hello world";
        assertEquals(expected, new String(Dsse.preAuthentication(TYPE, PAYLOAD), StandardCharsets.UTF_8));
    }

    @Test
    void verifiesWhatTheKeySignedAndNothingElse() {
        var envelope = Dsse.sign(TYPE, PAYLOAD, key);
        var read = Dsse.parse(envelope.toBytes());
        assertEquals(envelope, read);
        assertArrayEquals(PAYLOAD, read.payload());
        assertTrue(read.verify(key.verifyingKey()));
        assertFalse(read.verify(SigningKey.generate().verifyingKey()));
        assertFalse(new Dsse("other/type", PAYLOAD, read.signatures()).verify(key.verifyingKey()));
        assertFalse(new Dsse(TYPE, new byte[0], read.signatures()).verify(key.verifyingKey()));
    }

    @Test
    void lookingSignedByAKeyIsNotBeingVerifiedByIt() {
        var envelope = Dsse.sign(TYPE, PAYLOAD, key);
        var forged = new Dsse(TYPE, "bye".getBytes(StandardCharsets.UTF_8), envelope.signatures());
        assertTrue(forged.isSignedBy(key.verifyingKey()));
        assertFalse(forged.verify(key.verifyingKey()));
    }

    @Test
    void letsNoBitOfItsCanonicalFormGoUnchecked() {
        var bytes = Dsse.sign(TYPE, PAYLOAD, key).toBytes();
        for (int bit = 0; bit < bytes.length * 8; bit++) {
            var changed = bytes.clone();
            changed[bit / 8] ^= (byte) (1 << bit % 8);
            assertFalse(isAccepted(changed), "bit " + bit);
        }
    }

    private boolean isAccepted(byte[] bytes) {
        try {
            var envelope = Dsse.parse(bytes);
            return Arrays.equals(envelope.toBytes(), bytes) && envelope.verify(key.verifyingKey());
        } catch (Problem problem) {
            return false;
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "{}",
                "{\"payload\":\"\",\"payloadType\":\"\",\"signatures\":[]}",
                "{\"payload\":\"\",\"payloadType\":\"\",\"signatures\":[{\"sig\":\"\"}]}",
                "{\"payload\":\"\",\"payloadType\":\"\",\"signatures\":[{\"keyid\":\"\",\"sig\":\"\"}],\"more\":1}",
                "{\"payload\":\"aGk\",\"payloadType\":\"\",\"signatures\":[{\"keyid\":\"\",\"sig\":\"\"}]}",
                "{\"payload\":\"aGl=\",\"payloadType\":\"\",\"signatures\":[{\"keyid\":\"\",\"sig\":\"\"}]}",
                "{\"payload\":1,\"payloadType\":\"\",\"signatures\":[{\"keyid\":\"\",\"sig\":\"\"}]}"
            })
    void refusesOtherShapes(String json) {
        assertThrows(Problem.class, () -> Dsse.parse(json.getBytes(StandardCharsets.UTF_8)));
    }
}
