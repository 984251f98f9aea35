package io.poseidon.workbench.query.view;

import io.poseidon.workbench.app.demo.DemoSetting;
import io.poseidon.workbench.app.evidence.KeyNotary;
import io.poseidon.workbench.app.window.Setting;
import io.poseidon.workbench.bundle.Sealed;
import io.poseidon.workbench.bundle.manifest.Description;
import io.poseidon.workbench.bundle.manifest.Description.Edition;
import io.poseidon.workbench.bundle.manifest.Description.Version;
import io.poseidon.workbench.bundle.manifest.Manifests;
import io.poseidon.workbench.bundle.manifest.PrivacyStatement;
import io.poseidon.workbench.bundle.manifest.PrivacyStatement.Share;
import io.poseidon.workbench.crypto.IdentityFile;
import io.poseidon.workbench.crypto.SigningKey;
import io.poseidon.workbench.engine.Engine;
import io.poseidon.workbench.job.Progress;
import io.poseidon.workbench.model.Rational;
import io.poseidon.workbench.query.rows.Timing;
import io.poseidon.workbench.query.shard.Shard;
import io.poseidon.workbench.query.shard.ShardDesk;
import io.poseidon.workbench.query.shard.ShardFiles;
import io.poseidon.workbench.query.shard.ShardSeat;
import io.poseidon.workbench.query.upload.UploadShelf;
import io.poseidon.workbench.query.upload.UploadShelf.Kept;
import io.poseidon.workbench.sample.SampleData;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;

/// What the window of the pictures stands on: the sample on a still clock, with three shards (one with its whole
/// budget, one with little left, one that another program holds) and a person's own table, made in a folder.
final class StateWorld implements AutoCloseable {

    static final Clock CLOCK = Clock.fixed(SampleData.CLOCK, ZoneOffset.UTC);

    private final Path folder;
    private final SampleData documents = new SampleData(Path.of("sample-data"));
    private final SampleData tables;
    private final Engine engine = Engine.start();
    private final ShardDesk other;

    /// The tables of the sample are made in `tables`, or taken from there.
    StateWorld(Path folder, Path tables) {
        this.folder = folder;
        this.tables = SampleData.ensure(tables, Progress.NONE);
        this.other = new ShardDesk(
                engine, new ShardSeat(ShardSeat.LOCAL, Timing.standard().on(CLOCK), KeyNotary::shard));
        other.open(inUse(), Progress.NONE);
    }

    Setting setting(DemoSetting demo) {
        var sample = demo.sample(folder.resolve("person"));
        layStores(sample.folder());
        return new Setting(
                sample.folder(),
                sample.trust(),
                CLOCK,
                sample.sample(),
                List.of(whole(), little(), inUse()),
                sample.training());
    }

    private Shard whole() {
        return shard("seoul", documents.policy("seoul"));
    }

    private Shard little() {
        return shard(
                "yeongnam",
                write(
                        "yeongnam.yaml",
                        read(documents.policy("yeongnam")).replace("budget: {rho: 1.0", "budget: {rho: 0.05")));
    }

    private Shard inUse() {
        return shard("capital", documents.policy("capital"));
    }

    private Shard shard(String name, Path policy) {
        var files = new ShardFiles(
                tables.purchases(name), policy, folder.resolve("holders").resolve(name));
        return Shard.named(name, progress -> files);
    }

    /// A table of stores that was another when it was used last.
    private void layStores(Path person) {
        var file = write(
                "My stores.csv",
                "region,manager,opened,seats\nSeoul,Kim Ji-woo,2019-04-01,48\nBusan,Lee Seo-jun,2021-10-15,32\n"
                        + "Daegu,Park Ha-eun,2023-02-20,24\nJeju,최지우,2024-06-01,\n");
        var shelf = UploadShelf.open(person.resolve("own-tables.json"));
        shelf.lay("card-spend-2026q3", List.of(new Kept("card-spend-2026q3", "my_stores", file, "5e".repeat(32))));
        shelf.save();
    }

    /// Another version of the sample's edition, and another edition about the same months, both from its seller.
    List<Path> siblings() {
        var mine = Manifests.cardSpend();
        var edition = mine.edition();
        var again = new Edition(
                edition.product(), "2026q3-revised", edition.publisher(), edition.title(), edition.period());
        return List.of(
                sealed("card-spend-2026q3-silver.poseidon", edition, new Version("silver", Rational.of(1, 10))),
                sealed("card-spend-2026q3-revised-gold.poseidon", again, mine.version()));
    }

    private Path sealed(String name, Edition edition, Version version) {
        var mine = Manifests.cardSpend();
        var described = new Description(
                edition,
                version,
                mine.tables(),
                privacy(version),
                mine.policy(),
                mine.quality(),
                mine.prices(),
                mine.ledger(),
                mine.created());
        var buyer = IdentityFile.read(documents.buyerIdentity(), () -> {
            throw new AssertionError("the sample's identity has no passphrase");
        });
        try (var seller = new Sealed(SigningKey.read(documents.sellerKey()), buyer.getFirst())) {
            return seller.writeTo(folder.resolve(name), described, buyer.getFirst());
        }
    }

    /// Half of it on the people, half on the money.
    private static PrivacyStatement privacy(Version version) {
        var best = Manifests.cardSpend().privacy();
        var half = version.rho().times(Rational.of(1, 2));
        return new PrivacyStatement(
                version.rho(),
                List.of(new Share("contributors", half), new Share("amount_sum", half)),
                best.epsilon(),
                best.delta(),
                best.maximumCellsPerContributor(),
                best.minimumCohort(),
                best.threshold(),
                best.nesting());
    }

    private Path write(String name, String text) {
        try {
            return Files.writeString(folder.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        other.close();
        engine.close();
    }
}
