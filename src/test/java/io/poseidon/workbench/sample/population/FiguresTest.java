package io.poseidon.workbench.sample.population;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import org.junit.jupiter.api.Test;

final class FiguresTest {

    private final Figures figures = Figures.load();

    /// Tables copied around the web disagree; this is the national figure at the end of 2023.
    @Test
    void regionsAddUpToThePublishedPopulation() {
        assertEquals(17, figures.regions().size());
        assertEquals(
                51_325_329L,
                figures.regions().stream().mapToLong(Figures.Region::people).sum());
    }

    @Test
    void adultsAddUpAndAreFewerThanResidentsEverywhere() {
        double adults = 0;
        for (var region : figures.regions()) {
            double here = region.adults().stream().mapToDouble(x -> x).sum();
            assertEquals(6, region.adults().size());
            assertTrue(here * 1000 < region.people() && here * 1000 > 0.7 * region.people(), region.name());
            adults += here;
        }
        assertEquals(43_344, adults, 1e-9);
    }

    @Test
    void everyKindOfFigureNamesItsSourceAndHowFarToTrustIt() {
        assertTrue(figures.sources().size() >= 11);
        figures.sources().forEach((name, source) -> {
            assertTrue(Set.of("published", "derived", "estimated", "chosen").contains(source.mark()), name);
            assertTrue(source.text().length() > 20, name);
        });
    }

    @Test
    void sharesOfAnAgeBandAreAWholeAndSeasonsAreAroundOne() {
        for (int band = 0; band < 6; band++) {
            int at = band;
            double whole = figures.categories().stream()
                    .mapToDouble(category -> category.shares().get(at))
                    .sum();
            assertEquals(100, whole, 6.5, "band " + band);
        }
        for (var category : figures.categories()) {
            assertEquals(12, category.season().size());
            double mean =
                    category.season().stream().mapToDouble(x -> x).average().orElse(0);
            assertEquals(1, mean, 0.002, category.name());
        }
    }

    @Test
    void theFiveShardsCoverAllRegions() {
        assertEquals(Set.of("seoul", "capital", "yeongnam", "central", "honam-jeju"), Set.copyOf(figures.shards()));
    }
}
