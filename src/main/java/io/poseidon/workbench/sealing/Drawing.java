package io.poseidon.workbench.sealing;

import io.poseidon.workbench.bundle.manifest.ReleaseMark;
import io.poseidon.workbench.engine.Engine;
import io.poseidon.workbench.job.Progress;
import io.poseidon.workbench.privacy.SecureBits;
import io.poseidon.workbench.sealing.Sealing.Charged;
import io.poseidon.workbench.sealing.intake.Intake;
import io.poseidon.workbench.sealing.intake.Intake.Taken;
import io.poseidon.workbench.sealing.intake.ValidationReport;
import io.poseidon.workbench.sealing.ledger.LedgerState;
import io.poseidon.workbench.sealing.ledger.ReleaseLedger;
import io.poseidon.workbench.sealing.release.Release;
import io.poseidon.workbench.sealing.release.ReleaseText;
import java.util.List;
import java.util.Optional;

/// The noisy cells of an edition: the ones the ledger keeps, or new ones, drawn after their cost is charged.
final class Drawing {

    private final Engine engine;
    private final Edition edition;
    private final SealRequest request;

    Drawing(Engine engine, Edition edition, SealRequest request) {
        this.engine = engine;
        this.edition = edition;
        this.request = request;
    }

    /// What was charged for it now, and the report where the input was read for it.
    record Drawn(Release release, ReleaseMark mark, Charged charged, Optional<ValidationReport> report) {}

    /// A ledger of the specification's own comes to be only once there is something to charge to it, so that an attempt
    /// that is stopped before leaves nothing.
    Drawn release(Progress progress) {
        var input = InputFile.digest(request.input(), progress);
        var terms = edition.terms(input.digest());
        Optional<Taken> taken = Optional.empty();
        if (edition.hasOwnLedger() && !ReleaseLedger.isBegun(edition.ledger())) {
            Sealing.neighbours(edition, terms, List.of());
            taken = Optional.of(take(input, progress));
            OwnLedger.ensure(edition);
        }
        try (var ledger = ReleaseLedger.open(edition.ledger())) {
            var cost = ledger.cost(terms);
            var neighbours = Sealing.neighbours(edition, terms, ledger.state().neighbours(terms));
            var known = ledger.state()
                    .edition(edition.id())
                    .filter(charged -> charged.release().isPresent());
            if (known.isPresent()) {
                var release = ReleaseText.read(ledger.release(known.get()), edition.spec());
                var charged = new Charged(cost, ledger.state(), edition.hasOwnLedger(), neighbours);
                return new Drawn(release, mark(known.get()), charged, Optional.empty());
            }
            var sums = taken.orElseGet(() -> take(input, progress));
            var charge = ledger.reserve(terms);
            var release = Release.draw(sums.totals(), edition.plan(), SecureBits.fresh(), progress);
            ledger.keep(edition.id(), ReleaseText.write(release, edition.spec()));
            var charged = new Charged(cost, ledger.state(), edition.hasOwnLedger(), neighbours);
            return new Drawn(release, mark(charge), charged, Optional.of(sums.report()));
        }
    }

    /// The report is the publisher's also when it stops the batch. Cancelled work leaves none.
    private Taken take(InputFile input, Progress progress) {
        var intake = new Intake(engine, edition.spec(), SecureBits.fresh());
        return intake.read(
                input.file(),
                report -> {
                    progress.checkCancelled();
                    input.requireUnchanged();
                    ReportFile.write(request.report(), report.toJson(edition.spec()));
                },
                progress);
    }

    private static ReleaseMark mark(LedgerState.Edition charge) {
        return new ReleaseMark(charge.sequence(), charge.head());
    }
}
