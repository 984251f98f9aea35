package io.poseidon.workbench.app.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.poseidon.workbench.app.cases.SurveyCases;
import io.poseidon.workbench.bundle.Opening;
import io.poseidon.workbench.bundle.Sealed;
import io.poseidon.workbench.quality.Population;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PurchaseTermsTest {

    @Test
    void readsMenuErrorAndQualityFromAPurchase(@TempDir Path folder) {
        try (var sealed = new Sealed();
                var bundle = ((Opening.Opened) sealed.open(sealed.writeTo(folder), sealed.buyer)).bundle()) {
            var terms = PurchaseTerms.of(bundle.manifest(), Optional.empty()).orElseThrow();
            assertEquals(
                    bundle.manifest().version().name(),
                    terms.version(terms.bought()).name());
            assertEquals(
                    bundle.manifest().version().rho(),
                    terms.version(terms.bought()).rho());
            assertTrue(terms.version(terms.bought()).epsilon() > 0);
            assertTrue(terms.halfWidth(terms.bought()).orElseThrow() > 0);
            var subject = PurchaseQuality.of(bundle, Population.korea()).orElseThrow();
            assertEquals("Hangang Data Market", subject.card().publisher());
            assertTrue(subject.assess().scores().size() >= 2);
        }
    }

    /// The window may close a purchase while its quality is being looked at.
    @Test
    void ofAPurchaseThatIsClosedThereIsNoQuality(@TempDir Path folder) {
        try (var sealed = new Sealed()) {
            var bundle = ((Opening.Opened) sealed.open(sealed.writeTo(folder), sealed.buyer)).bundle();
            bundle.close();
            assertTrue(PurchaseQuality.of(bundle, Population.korea()).isEmpty());
        }
    }

    @Test
    void readsTheSamplesSurvey() {
        var market = SurveyCases.market(Path.of("sample-data", "survey.json"));
        assertEquals(3, market.survey().versions().size());
        assertEquals(24, market.respondents());
    }
}
