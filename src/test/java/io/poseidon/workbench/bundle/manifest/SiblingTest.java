package io.poseidon.workbench.bundle.manifest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.poseidon.workbench.bundle.manifest.Description.Edition;
import io.poseidon.workbench.bundle.manifest.Description.Period;
import io.poseidon.workbench.bundle.manifest.Description.Version;
import io.poseidon.workbench.bundle.manifest.Sibling.Kind;
import io.poseidon.workbench.model.Rational;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SiblingTest {

    private static final Description MINE = Manifests.cardSpend();

    private static List<Kind> kinds(Manifest... others) {
        return Sibling.of(Manifests.manifest(MINE), List.of(others)).stream()
                .map(Sibling::kind)
                .toList();
    }

    private static Manifest with(Edition edition, Version version) {
        return Manifests.manifest(new Description(
                edition,
                version,
                MINE.tables(),
                MINE.privacy(),
                MINE.policy(),
                MINE.quality(),
                MINE.prices(),
                MINE.ledger(),
                MINE.created()));
    }

    private static Edition edition(String product, String name, Period period) {
        return new Edition(
                product, name, MINE.edition().publisher(), MINE.edition().title(), period);
    }

    @Test
    void aPurchaseIsNoSiblingOfItself() {
        assertEquals(List.of(), kinds(Manifests.manifest(MINE)));
    }

    @Test
    void versionsOfOneEditionAreNested() {
        assertEquals(List.of(Kind.VERSION), kinds(with(MINE.edition(), new Version("bronze", Rational.of(1, 50)))));
    }

    @Test
    void editionsAboutTheSameTimeCanBeSubtracted() {
        var mine = MINE.edition();
        var column = mine.period().column();
        assertEquals(
                List.of(Kind.SAME_TIME), kinds(with(edition(mine.product(), "again", mine.period()), MINE.version())));
        var later = new Period(column, "10", "12");
        assertEquals(List.of(), kinds(with(edition(mine.product(), "2026q4", later), MINE.version())));
        var over = new Period(column, "9", "11");
        assertEquals(List.of(Kind.SAME_TIME), kinds(with(edition(mine.product(), "shifted", over), MINE.version())));
        assertEquals(List.of(), kinds(with(edition("other", "again", mine.period()), MINE.version())));
    }
}
