package io.poseidon.workbench.bundle.manifest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.poseidon.workbench.model.Money;
import io.poseidon.workbench.model.Problem;
import io.poseidon.workbench.model.Rational;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LicenceTest {

    private static final Licence LICENCE = new Licence(
            "HDM-2026-004417",
            Manifests.digest("manifest"),
            Manifests.digest("signer"),
            "age1qqqq",
            new Licence.Purchase("card-spend", "2026q3", "gold"),
            List.of("research", "teaching"),
            LocalDate.of(2026, 10, 1),
            LocalDate.of(2027, 9, 30),
            new Money(Rational.parse("3900000.50"), "KRW"));

    @Test
    void readsBackWhatItWrote() {
        assertEquals(LICENCE, read(text()));
    }

    /// The properties that ODRL 2.2 requires of an Agreement: a permission with target and action, an assigner, an
    /// assignee, an identifier; constraints and duties in the common vocabulary's own terms.
    @Test
    void isAnOdrlAgreement() throws Exception {
        var json = new ObjectMapper().readTree(text());
        assertEquals("http://www.w3.org/ns/odrl.jsonld", json.at("/@context/0").textValue());
        assertEquals("Agreement", json.path("@type").textValue());
        for (var required : List.of("uid", "assigner", "assignee")) {
            assertTrue(json.path(required).textValue().startsWith("urn:"), required);
        }
        var permission = json.at("/permission/0");
        assertEquals("use", permission.path("action").textValue());
        assertEquals(
                "urn:sha256:" + LICENCE.manifest().hex(),
                permission.path("target").textValue());
        for (var constraint : permission.path("constraint")) {
            assertTrue(List.of("purpose", "dateTime")
                    .contains(constraint.path("leftOperand").textValue()));
            assertTrue(List.of("isAnyOf", "gteq", "lteq")
                    .contains(constraint.path("operator").textValue()));
            assertFalse(constraint.path("rightOperand").isMissingNode());
        }
        var paid = permission.at("/duty/0/action/0");
        assertEquals("odrl:compensate", paid.at("/rdf:value/@id").textValue());
        assertEquals("3900000.5", paid.at("/refinement/0/rightOperand/@value").textValue());
    }

    @ParameterizedTest
    @CsvSource({
        "2026-09-30T23:59:59Z, false, false",
        "2026-10-01T00:00:00Z, true, false",
        "2027-09-30T23:59:59.999Z, true, false",
        "2027-10-01T00:00:00Z, true, true"
    })
    void runsFromTheFirstMomentToTheLastMomentOfItsDays(Instant at, boolean begun, boolean over) {
        assertEquals(begun, LICENCE.hasBegunAt(at));
        assertEquals(over, LICENCE.isOverAt(at));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Agreement|Offer",
                "\"use\"|\"distribute\"",
                "\"gteq\"|\"lteq\"",
                "isAnyOf|isNoneOf",
                "2027-09-30|2027-9-30",
                "2027-09-30|2027-02-30",
                "3900000.5|3900000.50",
                "3900000.5|1e999999999",
                "3900000.5|free",
                "3900000.5|10/3",
                "4217:KRW|4217:krw",
                "urn:age:|urn:rsa:",
                "\"poseidon:version\":\"gold\"|\"poseidon:version\":1",
                "\"uid\"|\"more\":1,\"uid\"",
                "odrl:compensate|odrl:delete"
            })
    void refusesAnyOtherSpellingOrTerm(String from, String to) {
        assertTrue(text().contains(from), "the test names what is not there: " + from);
        var problem = assertThrows(Problem.class, () -> read(text().replace(from, to)));
        assertEquals("damaged", problem.code());
    }

    private static String text() {
        return new String(LICENCE.toBytes(), StandardCharsets.UTF_8);
    }

    private static Licence read(String text) {
        return Licence.parse(Licence.ENTRY, text.getBytes(StandardCharsets.UTF_8));
    }
}
