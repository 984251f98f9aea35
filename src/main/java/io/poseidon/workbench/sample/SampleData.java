package io.poseidon.workbench.sample;

import io.poseidon.workbench.engine.Engine;
import io.poseidon.workbench.job.Progress;
import io.poseidon.workbench.model.Problem;
import io.poseidon.workbench.model.Problem.Kind;
import io.poseidon.workbench.sample.population.Figures;
import io.poseidon.workbench.sample.population.Population;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/// The sample's files in a folder. Small documents and demo keys come with the program; tables are made from the seed
/// on first use. Everything is synthetic; `figures.yaml` names the source of each figure it is calibrated on.
///
/// @param folder that holds everything
public record SampleData(Path folder) {

    /// The seed of the sample that comes with the program.
    public static final long SEED = 7;

    /// The sample's own clock: the demo runs at this instant, so that it never expires.
    public static final Instant CLOCK = Instant.parse("2026-12-01T00:00:00Z");

    public static final int CONTRIBUTORS = 200_000;

    /// Of these contributors the rows lie at the five shards.
    public static final int SHARD_PEOPLE = 24_000;

    /// The names of the five shards.
    public static List<String> shards() {
        return Figures.load().shards();
    }

    /// Documents, keys and the shards' tables; makes what is missing, some seconds the first time. A folder is either
    /// complete or not there.
    public static SampleData ensure(Path folder, Progress progress) {
        return ensure(folder, SEED, SHARD_PEOPLE, progress);
    }

    /// As above with another seed or fewer people.
    public static SampleData ensure(Path folder, long seed, int people, Progress progress) {
        var sample = new SampleData(folder);
        if (!Files.isDirectory(folder)) {
            new SampleWriter(new Population(Figures.load(), seed)).writeFolder(folder, people, progress);
        }
        return sample;
    }

    /// The contributions to the edition, five million rows; made when they are missing.
    public Path ensureContributions(Progress progress) {
        return ensureContributions(SEED, CONTRIBUTORS, progress);
    }

    public Path ensureContributions(long seed, int people, Progress progress) {
        var file = contributions();
        if (Files.exists(file)) {
            return file;
        }
        var partial = file.resolveSibling(file.getFileName() + ".part");
        try (var engine = Engine.start()) {
            new Contributions(new Population(Figures.load(), seed), people).write(engine, partial, progress);
            Files.move(partial, file);
            return file;
        } catch (IOException e) {
            throw cannotWrite(file, e);
        }
    }

    static Problem cannotWrite(Path file, IOException cause) {
        return Problem.of(Kind.SURROUNDINGS, SampleData.class, "sample-cannot-write", file)
                .because(cause);
    }

    /// Policies of the shards for a federation whose buyers have these fingerprints, as `SHARD.yaml` in a folder.
    public static void writePolicies(Path folder, List<String> buyers) {
        var text = new SpecText(Figures.load());
        shards().forEach(shard -> SampleWriter.write(folder.resolve(shard + ".yaml"), text.policy(shard, buyers)));
    }

    public Path contributions() {
        return folder.resolve("contributions.parquet");
    }

    /// An unspent release ledger for the sample's contributors, beside the specification that names it.
    public Path ledger() {
        return folder.resolve("release-ledger.log");
    }

    /// The product at its best precision, sealed for the demo buyer. It comes with the program and is not made here,
    /// since sealing is random.
    public Path purchase() {
        return folder.resolve("card-spend-2026q3-gold.poseidon");
    }

    public Path spec() {
        return folder.resolve("card-spend.seal.yaml");
    }

    public Path plan() {
        return folder.resolve("overdue.train.yaml");
    }

    public Path menu() {
        return folder.resolve("menu.json");
    }

    public Path survey() {
        return folder.resolve("survey.json");
    }

    /// Adults by region and age band, as CSV.
    public Path population() {
        return folder.resolve("population.csv");
    }

    /// The demo buyer's identity, without a passphrase.
    public Path buyerIdentity() {
        return folder.resolve("keys").resolve("demo-buyer.identity");
    }

    public Path sellerKey() {
        return folder.resolve("keys").resolve("demo-seller.key");
    }

    public Path sellerPublicKey() {
        return trust().resolve("demo-seller.pub");
    }

    /// The demo's trust folder.
    public Path trust() {
        return folder.resolve("keys").resolve("trust");
    }

    public Path policy(String shard) {
        return folder.resolve("policies").resolve(shard + ".yaml");
    }

    /// One row a person: features and the label `overdue`.
    public Path people(String shard) {
        return folder.resolve("shards").resolve(shard).resolve("people.parquet");
    }

    /// One row a purchase.
    public Path purchases(String shard) {
        return folder.resolve("shards").resolve(shard).resolve("txn.parquet");
    }
}
