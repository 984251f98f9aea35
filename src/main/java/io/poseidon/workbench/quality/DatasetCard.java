package io.poseidon.workbench.quality;

import io.poseidon.workbench.model.Rational;
import java.util.Locale;

/// What a publisher states about a table. `period` and `licence` are ready to show.
public record DatasetCard(
        Title title,
        String publisher,
        String period,
        Rational rho,
        int minimumCohort,
        int cellsPerContributor,
        String licence) {

    public record Title(String english, String korean) {
        public String in(Locale locale) {
            return locale.getLanguage().equals("ko") ? korean : english;
        }
    }
}
