package io.poseidon.workbench.sealing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.poseidon.workbench.bundle.Trust;
import io.poseidon.workbench.bundle.Verdict;
import io.poseidon.workbench.bundle.Verifier;
import io.poseidon.workbench.crypto.Identity;
import io.poseidon.workbench.crypto.IdentityFile;
import io.poseidon.workbench.crypto.SigningKey;
import io.poseidon.workbench.engine.Engine;
import io.poseidon.workbench.job.Progress;
import io.poseidon.workbench.model.Rational;
import io.poseidon.workbench.sealing.ledger.EditionId;
import io.poseidon.workbench.sealing.ledger.LedgerState;
import io.poseidon.workbench.sealing.ledger.ReleaseLedger;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Kills a sealing process at random instants (SIGKILL) and looks at what is left. The number of kills is the system
/// property `poseidon.kills`.
final class KilledSealingTest {

    private static final int KILLS = Integer.getInteger("poseidon.kills", 5);
    private static final long SEED = 200;
    private static final Rational RHO = Rational.parse("0.4");

    @TempDir
    Path folder;

    private final Set<Path> seen = new HashSet<>();
    private Identity buyer;
    private SigningKey signer;

    @BeforeEach
    void prepare() throws IOException {
        signer = SigningKey.generate();
        signer.write(folder.resolve("signer.key"));
        buyer = Identity.generate();
        IdentityFile.write(folder.resolve("buyer.txt"), buyer, Optional.empty());
        ReleaseLedger.init(folder.resolve("ledger.log"), "users", Rational.of(100_000));
        Files.createDirectory(folder.resolve("out"));
        var rows = new StringBuilder("user_id,region,age,month,amount\n");
        for (int i = 0; i < 300; i++) {
            rows.append("u%d,Seoul,%d,7,%d\n".formatted(i, 20 + i % 20, i));
        }
        Files.writeString(folder.resolve("rows.csv"), rows);
    }

    @Test
    void killedAtAnyInstantNoSpendIsLostAndNoFileIsUnaccounted() throws Exception {
        var random = new SplittableRandom(SEED);
        var told = new HashSet<String>();
        for (int i = 0; i < KILLS; i++) {
            told.addAll(sealUntilKilled(random.nextDouble()));
            check(told);
        }
        assertTrue(!told.isEmpty(), "some sealings came to their end");
        takeUpTheLastOne();
    }

    /// Kills the process within twice the time that its first sealing took, as a fraction of that.
    private List<String> sealUntilKilled(double fraction) throws Exception {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(flag -> flag.startsWith("--") || flag.startsWith("-Djava.io"))
                .forEach(command::add);
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-Xmx512m", "-cp", System.getProperty("java.class.path")));
        command.addAll(List.of(SealingUntilKilled.class.getName(), folder.toString()));
        var told = folder.resolve("told.txt");
        Files.deleteIfExists(told);
        var process = new ProcessBuilder(command)
                .redirectError(folder.resolve("errors.txt").toFile())
                .redirectOutput(told.toFile())
                .start();
        try {
            while (!Files.readString(told).matches("(?s)ready \\d+\n.*")) {
                assertTrue(process.isAlive(), Files.readString(folder.resolve("errors.txt")));
                Thread.sleep(20);
            }
            var ready = Files.readString(told).lines().findFirst().orElseThrow();
            Thread.sleep((long) (2 * fraction * Long.parseLong(ready.substring(6))));
        } finally {
            process.destroyForcibly();
        }
        assertTrue(process.waitFor(60, TimeUnit.SECONDS));
        return Files.readString(told)
                .lines()
                .skip(1)
                .filter(line -> line.matches("e\\d+"))
                .toList();
    }

    private void check(Set<String> told) throws IOException {
        var state = ReleaseLedger.show(folder.resolve("ledger.log"));
        for (var name : told) {
            assertTrue(released(state, name), name + " was told to be sealed and is not in the ledger, seed " + SEED);
        }
        assertEquals(RHO.times(Rational.of(state.editions().size())), state.spent());
        var trust = new Trust(List.of(new Trust.Signer("publisher", signer.verifyingKey(), Instant.EPOCH)));
        var verifier = new Verifier(trust, Instant.parse("2026-11-01T00:00:00Z"));
        var unseen = sealedFiles().stream().filter(seen::add).toList();
        for (var file : unseen) {
            var verdict = verifier.verify(file, List.of(buyer), Progress.NONE);
            var good = assertInstanceOf(Verdict.Good.class, verdict, file + ", seed " + SEED);
            var manifest = good.contents().manifest();
            var edition = state.edition(
                            new EditionId("card-spend", manifest.edition().edition()))
                    .orElseThrow();
            assertEquals(edition.head(), manifest.description().ledger().head());
            assertTrue(edition.release().isPresent(), file + " was sealed from a release that is kept");
        }
    }

    private boolean released(LedgerState state, String name) {
        return state.edition(new EditionId("card-spend", name))
                .flatMap(LedgerState.Edition::release)
                .isPresent();
    }

    private List<Path> sealedFiles() throws IOException {
        try (var files = Files.list(folder.resolve("out"))) {
            return files.filter(file -> file.toString().endsWith(".poseidon")).toList();
        }
    }

    /// An edition that was interrupted is sealed at the next attempt, for the spend that is in the ledger already.
    private void takeUpTheLastOne() throws IOException {
        var before = ReleaseLedger.show(folder.resolve("ledger.log"));
        var last = before.editions().getLast().terms().edition().edition();
        try (var engine = Engine.start()) {
            var sealed =
                    new Sealing(engine, signer).seal(SealingUntilKilled.request(folder, last, buyer), Progress.NONE);
            assertEquals(Rational.ZERO, sealed.charged().cost());
        }
        assertEquals(
                before.spent(), ReleaseLedger.show(folder.resolve("ledger.log")).spent());
        seen.clear();
        check(Set.of(last));
        try (var files = Files.list(folder.resolve("out"))) {
            assertTrue(
                    files.noneMatch(file -> file.getFileName().toString().startsWith(".sealing")),
                    "what killed processes left is cleared away");
        }
    }
}
