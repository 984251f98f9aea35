package io.poseidon.workbench.sealing;

import io.poseidon.workbench.crypto.CanonicalJson;
import io.poseidon.workbench.crypto.Digest;
import io.poseidon.workbench.model.Problem;
import io.poseidon.workbench.model.Problem.Kind;
import io.poseidon.workbench.model.Rational;
import io.poseidon.workbench.sealing.ledger.Cut;
import io.poseidon.workbench.sealing.ledger.EditionId;
import io.poseidon.workbench.sealing.ledger.Terms;
import io.poseidon.workbench.sealing.release.NoisePlan;
import io.poseidon.workbench.sealing.spec.Domain;
import io.poseidon.workbench.sealing.spec.SealSpec;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/// A specification that has been found sound, with its noise and its ledger. A specification without a ledger gets one
/// of its own beside it, whose whole budget is this edition's best version: its release is kept there, so that sealing
/// it again gives the same cells.
record Edition(SealSpec spec, NoisePlan plan, Path ledger, boolean hasOwnLedger) {

    static Edition read(Path file) {
        var spec = SealSpec.read(file);
        var own = file.toAbsolutePath()
                .resolveSibling(spec.naming().product() + "-" + spec.naming().edition() + ".ledger");
        return new Edition(
                spec,
                NoisePlan.of(spec),
                spec.ledger().orElse(own),
                spec.ledger().isEmpty());
    }

    EditionId id() {
        return new EditionId(spec.naming().product(), spec.naming().edition());
    }

    /// Place of a version from the most precise, 0, on.
    int level(String version) {
        for (int i = 0; i < spec.versions().size(); i++) {
            if (spec.versions().get(i).name().equals(version)) {
                return i;
            }
        }
        var names = spec.versions().stream().map(SealSpec.Version::name).toList();
        throw Problem.of(Kind.USAGE, Sealing.class, "unknown-version", version, String.join(", ", names));
    }

    /// What the first seal freezes.
    Terms terms(Digest input) {
        var versions = new LinkedHashMap<String, Rational>();
        spec.versions().forEach(version -> versions.put(version.name(), version.rho()));
        var shape = Digest.of(CanonicalJson.of(Shape.of(spec)));
        return new Terms(id(), spec.best().rho(), versions, shape, input, cut());
    }

    private Cut cut() {
        var period = spec.source().period();
        var edges = new TreeMap<String, List<Long>>();
        for (var dimension : spec.dimensions()) {
            if (dimension.domain() instanceof Domain.Bins bins) {
                edges.put(dimension.column(), bins.edges());
            }
        }
        return new Cut(Optional.of(new Cut.Time(period.column().orElse(""), period.from(), period.to())), edges);
    }
}
