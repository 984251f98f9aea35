package io.poseidon.workbench.bundle.manifest;

import io.poseidon.workbench.crypto.CanonicalJson;
import io.poseidon.workbench.model.PriceMenu;
import io.poseidon.workbench.model.Rational;
import io.poseidon.workbench.model.Schema;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/// Everything a publisher states about one version of one edition, before it is sealed. `policy` is the policy
/// document of the sealed tables as JSON text; it is kept in canonical form.
public record Description(
        Edition edition,
        Version version,
        List<Schema> tables,
        PrivacyStatement privacy,
        String policy,
        List<QualityScore> quality,
        PriceMenu prices,
        ReleaseMark ledger,
        Instant created) {

    /// What was collected, by whom, and about when. `period` is of the time dimension.
    public record Edition(String product, String edition, String publisher, Title title, Period period) {}

    public record Title(String english, String korean) {
        public String in(Locale locale) {
            return locale.getLanguage().equals("ko") ? korean : english;
        }
    }

    /// The first and last value of the column that tells time, as they stand in its domain.
    public record Period(String column, String from, String to) {}

    /// What was bought. Precision is proportional to rho; the manifest gives it for every column as 1/σ².
    public record Version(String name, Rational rho) {}

    public Description {
        tables = List.copyOf(tables);
        policy = canonical(policy);
        quality = List.copyOf(quality);
    }

    private static String canonical(String json) {
        var document = CanonicalJson.parse(json.getBytes(StandardCharsets.UTF_8));
        return new String(CanonicalJson.of(document), StandardCharsets.UTF_8);
    }
}
