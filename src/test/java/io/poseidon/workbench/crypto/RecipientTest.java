package io.poseidon.workbench.crypto;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.poseidon.workbench.model.Problem;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RecipientTest {

    /// Published with age: the identity's recipient.
    @Test
    void derivesTheRecipientThatAgeDerives() {
        var identity = Identity.parse(
                "AGE-SECRET-KEY-1GFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPQ4EGAEX".toCharArray());
        assertEquals(
                "age1zvkyg2lqzraa2lnjvqej32nkuu0ues2s82hzrye869xeexvn73equnujwj",
                identity.recipient().orElseThrow().toString());
    }

    @Test
    void readsWhatItPrintsInEitherCase() {
        for (var identity : new Identity[] {Identity.generate(), Identity.generatePostQuantum()}) {
            var recipient = identity.recipient().orElseThrow();
            var text = recipient.toString();
            assertEquals(recipient, Recipient.parse(text));
            assertEquals(recipient, Recipient.parse(text.toUpperCase(Locale.ROOT)));
            assertEquals(recipient.hashCode(), Recipient.parse(text).hashCode());
        }
    }

    @Test
    void aPostQuantumRecipientHasThePublishedLength() {
        var text = Identity.generatePostQuantum().recipient().orElseThrow().toString();
        assertEquals(1959, text.length());
        assertEquals("age1pq1", text.substring(0, 7));
    }

    @Test
    void noticesEveryMistypedCharacter() {
        var text = Identity.generate().recipient().orElseThrow().toString();
        for (int i = 0; i < text.length(); i++) {
            char other = text.charAt(i) == 'q' ? 'p' : 'q';
            var mistyped = text.substring(0, i) + other + text.substring(i + 1);
            assertThrows(Problem.class, () -> Recipient.parse(mistyped), mistyped);
        }
        assertThrows(Problem.class, () -> Recipient.parse(""));
        assertThrows(Problem.class, () -> Recipient.parse("age1"));
        assertThrows(Problem.class, () -> Recipient.parse(text + "\n"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void saysThatAnIdentityIsNoRecipientWithoutRepeatingIt(boolean postQuantum) {
        var identity = postQuantum ? Identity.generatePostQuantum() : Identity.generate();
        var secret = new String(identity.secretText());
        for (var text : new String[] {secret, secret.toLowerCase(Locale.ROOT)}) {
            var problem = assertThrows(Problem.class, () -> Recipient.parse(text));
            assertEquals("recipient-is-identity", problem.code());
            var said = problem.message(Locale.ENGLISH) + problem.next(Locale.KOREAN);
            assertFalse(
                    said.toLowerCase(Locale.ROOT).contains(text.substring(20).toLowerCase(Locale.ROOT)), said);
        }
        assertEquals(
                "recipient-malformed",
                assertThrows(Problem.class, () -> Recipient.parse("buyer.txt")).code());
    }

    @Test
    void twoPassphrasesAreNeverTheSameRecipient() {
        var passphrase = Passphrase.of("abc".toCharArray());
        assertNotEquals(Recipient.of(passphrase), Recipient.of(passphrase));
    }
}
