package io.poseidon.workbench.bundle;

import io.poseidon.workbench.bundle.format.Container;
import io.poseidon.workbench.crypto.Identity;
import io.poseidon.workbench.crypto.aead.OpeningRace;
import io.poseidon.workbench.engine.Engine;
import io.poseidon.workbench.job.Progress;
import io.poseidon.workbench.model.Problem;
import io.poseidon.workbench.model.Problem.Kind;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Judges sealed files: whom to trust, and which moment counts as now. For any thread; each call is on its own, except
/// that what is found out about the speed of opening serves all that share a race.
public final class Verifier {

    private final Trust trust;
    private final Instant at;
    private final OpeningRace race;

    public Verifier(Trust trust, Instant at) {
        this(trust, at, new OpeningRace());
    }

    /// With the race of a process that opens many files.
    public Verifier(Trust trust, Instant at, OpeningRace race) {
        this.trust = trust;
        this.at = at;
        this.race = race;
    }

    public Verdict verify(Path file, List<Identity> identities, Progress progress) {
        return verify(file, identities, progress, steps -> {});
    }

    /// Takes every check; with identities it deciphers the parts too, and keeps nothing. `listener` is told of each
    /// change of a step, on this thread. A missing file is a [Problem]; everything wrong inside it is a verdict.
    public Verdict verify(Path file, List<Identity> identities, Progress progress, Consumer<List<Step>> listener) {
        var steps = new Steps(listener);
        var reader = new SealedParts.Reader(identities, Optional.empty(), race);
        try (var checks = new Verification(trust, at, reader, steps)) {
            try {
                var contents = checks.contents(file, progress);
                if (identities.isEmpty()) {
                    steps.skip(Check.UNLOCK);
                    steps.skip(Check.DECRYPT);
                } else {
                    checks.open(contents, progress);
                }
                return new Verdict.Good(steps.all(), contents);
            } catch (Problem problem) {
                return bad(steps, checks, problem);
            }
        }
    }

    /// Checks and deciphers to memory; the bundle is the caller's to close. Where a check fails there is only the
    /// verdict, and nothing that was deciphered is left.
    public Opening open(Engine engine, Path file, List<Identity> identities, Opening.Watch watch) {
        if (identities.isEmpty()) {
            requireSealed(file);
            throw Problem.of(Kind.LOCKED, Verifier.class, "no-identity");
        }
        var steps = new Steps(watch.steps());
        var reader = new SealedParts.Reader(identities, Optional.of(engine), race);
        try (var checks = new Verification(trust, at, reader, steps)) {
            try {
                var contents = checks.contents(file, watch.progress());
                var tables = checks.open(contents, watch.progress());
                var verdict = new Verdict.Good(steps.all(), contents);
                return new Opening.Opened(new OpenedBundle(file, contents, tables), verdict);
            } catch (Problem problem) {
                return new Opening.Refused(bad(steps, checks, problem));
            }
        }
    }

    /// Who names the wrong file is told so before being sent to look for an identity.
    private static void requireSealed(Path file) {
        Container.open(file).close();
    }

    private static Verdict.Bad bad(Steps steps, Verification checks, Problem problem) {
        if (problem.kind() != Kind.NOT_VERIFIED && problem.kind() != Kind.LOCKED) {
            throw problem;
        }
        return new Verdict.Bad(steps.all(), problem, checks.signerId(), checks.authentic());
    }
}
