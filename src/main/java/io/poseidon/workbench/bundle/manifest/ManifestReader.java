package io.poseidon.workbench.bundle.manifest;

import io.poseidon.workbench.bundle.format.Damage;
import io.poseidon.workbench.bundle.format.StrictJson;
import io.poseidon.workbench.bundle.manifest.Description.Edition;
import io.poseidon.workbench.bundle.manifest.Description.Period;
import io.poseidon.workbench.bundle.manifest.Description.Title;
import io.poseidon.workbench.bundle.manifest.Description.Version;
import io.poseidon.workbench.bundle.manifest.PrivacyStatement.Nesting;
import io.poseidon.workbench.bundle.manifest.PrivacyStatement.Share;
import io.poseidon.workbench.crypto.CanonicalJson;
import io.poseidon.workbench.crypto.Digest;
import io.poseidon.workbench.model.Bounds;
import io.poseidon.workbench.model.Money;
import io.poseidon.workbench.model.PriceMenu;
import io.poseidon.workbench.model.Problem;
import io.poseidon.workbench.model.Problem.Kind;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/// Canonical JSON to manifest. Every text, list and number is bounded; a manifest that would be written differently
/// from the bytes it was read from is damaged, which leaves no room for unknown, doubled or contradicting fields.
final class ManifestReader {

    private static final long LARGEST_SIZE = 1L << 53;
    private static final int NAME = 64;
    private static final int SENTENCE = 1000;

    Manifest read(byte[] bytes) {
        var json = StrictJson.parse(Manifest.ENTRY, bytes);
        requireFormat(json);
        var manifest = new Manifest(description(json), parts(json.required("parts")), digest(json.required("card")));
        if (!Arrays.equals(manifest.toBytes(), bytes)) {
            throw Damage.at(Manifest.ENTRY);
        }
        SoundManifest.check(manifest);
        return manifest;
    }

    static void requireFormat(StrictJson json) {
        if (json.required("format").whole(1, Long.MAX_VALUE) > Manifest.FORMAT) {
            throw Problem.of(Kind.NOT_VERIFIED, Manifest.class, "newer-format");
        }
    }

    private static Description description(StrictJson json) {
        return new Description(
                edition(json),
                new Version(
                        json.required("version").required("name").text(NAME),
                        json.required("version").required("rho").positive()),
                json.required("tables").items(16).stream()
                        .map(SchemaReader::table)
                        .toList(),
                privacy(json.required("privacy")),
                policy(json.required("policy")),
                json.required("quality").items(64).stream()
                        .map(ManifestReader::score)
                        .toList(),
                prices(json.required("prices")),
                ledger(json.required("ledger")),
                created(json.required("created")));
    }

    private static String policy(StrictJson json) {
        try {
            return new String(CanonicalJson.of(json.object()), StandardCharsets.UTF_8);
        } catch (Problem e) {
            throw json.damaged().because(e);
        }
    }

    private static Edition edition(StrictJson json) {
        var title = json.required("title");
        var period = json.required("period");
        return new Edition(
                json.required("product").text(NAME),
                json.required("edition").text(NAME),
                json.required("publisher").text(200),
                new Title(title.required("en").text(200), title.required("ko").text(200)),
                new Period(
                        period.required("column").text(NAME),
                        period.required("from").text(NAME),
                        period.required("to").text(NAME)));
    }

    private static PrivacyStatement privacy(StrictJson json) {
        return new PrivacyStatement(
                json.required("rho").positive(),
                json.required("shares").items(256).stream()
                        .map(ManifestReader::share)
                        .toList(),
                json.required("epsilon").positive(),
                json.required("delta").positive(),
                (int) json.required("maximumCellsPerContributor").whole(1, Integer.MAX_VALUE),
                (int) json.required("minimumCohort").whole(1, Integer.MAX_VALUE),
                json.required("threshold").whole(1, LARGEST_SIZE),
                json.optional("nesting").map(ManifestReader::nesting));
    }

    private static Share share(StrictJson json) {
        return new Share(
                json.required("column").text(NAME), json.required("rho").positive());
    }

    private static Nesting nesting(StrictJson json) {
        return new Nesting(
                json.required("best").text(NAME),
                json.required("bestRho").positive(),
                json.required("theorem").text(SENTENCE),
                json.required("slack").rational());
    }

    private static QualityScore score(StrictJson json) {
        return new QualityScore(
                json.required("dimension").text(NAME),
                json.required("value").rational(),
                json.optional("interval").map(ManifestReader::bounds),
                json.required("formula").text(SENTENCE),
                json.required("evidence").text(SENTENCE),
                json.optional("rho").map(StrictJson::positive));
    }

    private static PriceMenu prices(StrictJson json) {
        List<PriceMenu.Item> items =
                json.items(64).stream().map(ManifestReader::price).toList();
        return new PriceMenu(items);
    }

    private static PriceMenu.Item price(StrictJson json) {
        return new PriceMenu.Item(
                json.required("version").text(NAME),
                json.required("rho").positive(),
                money(json),
                json.optional("epsilon").map(StrictJson::positive));
    }

    static Money money(StrictJson json) {
        try {
            return new Money(
                    json.required("amount").rational(),
                    json.required("currency").text(3));
        } catch (IllegalArgumentException e) {
            throw json.damaged().because(e);
        }
    }

    private static ReleaseMark ledger(StrictJson json) {
        return new ReleaseMark(json.required("sequence").whole(0, LARGEST_SIZE), digest(json.required("head")));
    }

    private static List<Part> parts(StrictJson json) {
        return json.items(16).stream().map(ManifestReader::part).toList();
    }

    private static Part part(StrictJson json) {
        var sealed = json.required("sealed");
        var plain = json.required("plain");
        return new Part(
                json.required("table").text(NAME),
                json.required("rows").whole(0, LARGEST_SIZE),
                sealed.required("size").whole(1, LARGEST_SIZE),
                digest(sealed.required("sha256")),
                plain.required("size").whole(1, LARGEST_SIZE),
                digest(plain.required("sha256")));
    }

    static Bounds bounds(StrictJson json) {
        try {
            return new Bounds(
                    json.required("min").rational(), json.required("max").rational());
        } catch (IllegalArgumentException e) {
            throw json.damaged().because(e);
        }
    }

    static Digest digest(StrictJson json) {
        var text = json.text(64);
        if (!text.matches("[0-9a-f]{64}")) {
            throw json.damaged();
        }
        return new Digest(text);
    }

    static Instant created(StrictJson json) {
        try {
            return Instant.parse(json.text(40));
        } catch (DateTimeException e) {
            throw json.damaged().because(e);
        }
    }
}
