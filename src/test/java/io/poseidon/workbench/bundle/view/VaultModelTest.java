package io.poseidon.workbench.bundle.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.poseidon.workbench.bundle.OpenedBundle;
import io.poseidon.workbench.bundle.Sealed;
import io.poseidon.workbench.bundle.Step;
import io.poseidon.workbench.bundle.Trust;
import io.poseidon.workbench.bundle.manifest.Manifests;
import io.poseidon.workbench.bundle.view.PurchaseState.Checking;
import io.poseidon.workbench.bundle.view.PurchaseState.Locked;
import io.poseidon.workbench.bundle.view.PurchaseState.Refused;
import io.poseidon.workbench.bundle.view.PurchaseState.Unjudged;
import io.poseidon.workbench.bundle.view.PurchaseState.Unlocked;
import io.poseidon.workbench.crypto.Identity;
import io.poseidon.workbench.crypto.IdentityFile;
import io.poseidon.workbench.crypto.Passphrase;
import io.poseidon.workbench.crypto.SigningKey;
import io.poseidon.workbench.job.Jobs;
import io.poseidon.workbench.model.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The vault without a toolkit: deliveries are queued and run on the test's own thread.
final class VaultModelTest {

    private final Sealed sealed = new Sealed();
    private final LinkedBlockingQueue<Runnable> deliveries = new LinkedBlockingQueue<>();
    private final Jobs jobs = new Jobs(deliveries::add);

    @TempDir
    private Path folder;

    private Path file = Path.of("");
    private Path identity = Path.of("");
    private VaultModel vault = new VaultModel(jobs, sealed.engine, Path.of("none"), Clock.systemUTC());

    @BeforeEach
    void seal() {
        file = sealed.writeTo(folder);
        identity = folder.resolve("me.key");
        IdentityFile.write(identity, sealed.buyer, Optional.empty());
        Trust.add(trustFolder(), "Hangang Data Market", sealed.signer.verifyingKey());
        vault = vault(trustFolder());
    }

    @AfterEach
    void close() {
        vault.close();
        jobs.close();
        sealed.close();
    }

    @Test
    void verifiesWhatIsAddedAndWaitsForAnIdentity() throws InterruptedException {
        var purchase = vault.add(file);
        assertInstanceOf(Checking.class, purchase.state());
        settle(purchase);
        assertInstanceOf(Locked.class, purchase.state());
        assertEquals(
                "card-spend",
                purchase.contents().orElseThrow().manifest().edition().product());
        assertEquals(Optional.of(purchase), vault.selectedProperty().get());
        assertTrue(vault.openProperty().get().isEmpty());
    }

    @Test
    void unlocksWithThePlainIdentity() throws InterruptedException {
        var purchase = locked();
        vault.unlock(purchase, identity, new char[0]);
        settle(purchase);
        var unlocked = assertInstanceOf(Unlocked.class, purchase.state());
        assertEquals(64, unlocked.fingerprint().length());
        assertEquals(
                3, vault.openProperty().get().orElseThrow().tables().getFirst().count());
    }

    @Test
    void unlocksAWrappedIdentityAndZeroesThePassphrase() throws InterruptedException {
        var wrapped = folder.resolve("wrapped.key");
        try (var passphrase = Passphrase.of("correct horse".toCharArray())) {
            IdentityFile.write(wrapped, sealed.buyer, Optional.of(passphrase));
        }
        var purchase = locked();
        vault.unlock(purchase, wrapped, "battery staple".toCharArray());
        settle(purchase);
        var refused = assertInstanceOf(Locked.class, purchase.state());
        assertEquals(5, refused.problem().orElseThrow().kind().exitCode());

        var typed = "correct horse".toCharArray();
        vault.unlock(purchase, wrapped, typed);
        settle(purchase);
        assertInstanceOf(Unlocked.class, purchase.state());
        assertEquals("\0".repeat(13), new String(typed));
    }

    @Test
    void tellsItsReadersBeforeItFreesTheTables() throws InterruptedException {
        var purchase = locked();
        vault.unlock(purchase, identity, new char[0]);
        settle(purchase);
        var lastSeen = new ArrayList<Long>();
        OpenedBundle bundle = vault.openProperty().get().orElseThrow();
        vault.openProperty().subscribe(open -> {
            if (open.isEmpty()) {
                lastSeen.add(bundle.tables().getFirst().integer(3, 0));
            }
        });
        vault.lock(purchase);
        assertEquals(List.of(1_234_567L), lastSeen);
        assertInstanceOf(Locked.class, purchase.state());
        assertEquals(0, sealed.engine.memoryInUse());
    }

    @Test
    void locksThePurchaseThatWasOpenWhenAnotherIsUnlocked() throws InterruptedException {
        var first = locked();
        vault.unlock(first, identity, new char[0]);
        settle(first);
        var second = vault.add(sealed.writeTo(folder.resolve("b.poseidon"), Manifests.cardSpend(), sealed.buyer));
        settle(second);
        vault.unlock(second, identity, new char[0]);
        settle(second);
        assertInstanceOf(Locked.class, first.state());
        assertInstanceOf(Unlocked.class, second.state());
        vault.remove(second);
        assertEquals(List.of(first), vault.purchases());
        assertTrue(vault.openProperty().get().isEmpty());
    }

    @Test
    void showsNothingOfAnUnknownSignerUntilTheKeyIsTrusted() throws InterruptedException {
        vault = vault(folder.resolve("nobody"));
        var purchase = vault.add(file);
        settle(purchase);
        var refused = assertInstanceOf(Refused.class, purchase.state());
        assertEquals("unknown-signer", refused.verdict().code());
        assertTrue(purchase.contents().isEmpty());

        var pem = folder.resolve("Hangang.pub");
        try (var other = SigningKey.generate()) {
            var wrong = folder.resolve("wrong.pub");
            other.verifyingKey().write(wrong);
            var problem = assertThrows(Problem.class, () -> vault.trust(purchase, wrong));
            assertEquals("other-key", problem.code());
            assertTrue(vault.trustProperty().get().signers().isEmpty());
        }
        sealed.signer.verifyingKey().write(pem);
        vault.trust(purchase, pem);
        settle(purchase);
        assertInstanceOf(Locked.class, purchase.state());
        assertEquals("Hangang", vault.trustProperty().get().signers().getFirst().name());
    }

    @Test
    void refusesAnIdentityOfSomebodyElseWithItsOwnVerdict() throws InterruptedException {
        var other = folder.resolve("other.key");
        try (var stranger = Identity.generate()) {
            IdentityFile.write(other, stranger, Optional.empty());
        }
        var purchase = locked();
        vault.unlock(purchase, other, new char[0]);
        settle(purchase);
        assertEquals(
                "not-your-licence",
                assertInstanceOf(Refused.class, purchase.state()).verdict().code());
    }

    @Test
    void saysWhenAFileCannotBeRead() throws InterruptedException {
        var purchase = vault.add(folder.resolve("gone.poseidon"));
        settle(purchase);
        assertEquals(
                "container-unreadable",
                assertInstanceOf(Unjudged.class, purchase.state()).problem().code());
    }

    @Test
    void findsAFileThatIsThereAlready() throws InterruptedException, IOException {
        var purchase = locked();
        Files.writeString(file, "PK");
        assertEquals(purchase, vault.add(folder.resolve("./" + file.getFileName())));
        settle(purchase);
        assertEquals(
                "damaged",
                assertInstanceOf(Refused.class, purchase.state()).verdict().code());
        assertEquals(1, vault.purchases().size());
    }

    @Test
    void followsTheStepsWhileTheyAreTaken() throws InterruptedException {
        var seen = new ArrayList<List<Step>>();
        var purchase = vault.add(file);
        purchase.stateProperty().subscribe(state -> seen.add(state.steps()));
        settle(purchase);
        assertEquals(9, seen.getLast().size());
    }

    private Purchase locked() throws InterruptedException {
        var purchase = vault.add(file);
        settle(purchase);
        return purchase;
    }

    private void settle(Purchase purchase) throws InterruptedException {
        while (purchase.state() instanceof Checking) {
            var next = deliveries.poll(60, TimeUnit.SECONDS);
            if (next == null) {
                throw new AssertionError("nothing was delivered");
            }
            next.run();
        }
    }

    private VaultModel vault(Path trust) {
        return new VaultModel(jobs, sealed.engine, trust, Clock.fixed(Sealed.DURING, ZoneOffset.UTC));
    }

    private Path trustFolder() {
        return folder.resolve("trust");
    }
}
