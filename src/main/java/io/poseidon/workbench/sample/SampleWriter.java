package io.poseidon.workbench.sample;

import io.poseidon.workbench.engine.Engine;
import io.poseidon.workbench.job.Progress;
import io.poseidon.workbench.model.Rational;
import io.poseidon.workbench.sample.population.Population;
import io.poseidon.workbench.sealing.ledger.ReleaseLedger;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/// Writes a sample's folder: into a sibling first, which takes the folder's name when it is complete.
final class SampleWriter {

    private static final String CONTRIBUTORS = "Hangang contributors (synthetic)";
    private static final Rational BUDGET = Rational.of(2);

    private final Population population;

    SampleWriter(Population population) {
        this.population = population;
    }

    void writeFolder(Path folder, int people, Progress progress) {
        try {
            var parent = folder.toAbsolutePath().getParent();
            Files.createDirectories(parent == null ? folder.toAbsolutePath() : parent);
            var partial = Files.createTempDirectory(parent, folder.getFileName() + ".part");
            try {
                writeDocuments(new SampleData(partial));
                writeTables(new SampleData(partial), people, progress);
                ReleaseLedger.init(new SampleData(partial).ledger(), CONTRIBUTORS, BUDGET);
                Files.move(partial, folder);
            } finally {
                remove(partial);
            }
        } catch (IOException e) {
            throw SampleData.cannotWrite(folder, e);
        }
    }

    /// What is small enough to come with the program.
    void writeDocuments(SampleData sample) throws IOException {
        Files.createDirectories(sample.trust());
        Files.createDirectories(sample.folder().resolve("policies"));
        var text = new SpecText(population.figures());
        write(sample.spec(), text.seal());
        write(sample.plan(), text.plan());
        write(sample.population(), text.population());
        write(sample.menu(), MarketText.menu());
        write(sample.survey(), MarketText.survey());
        for (var shard : population.figures().shards()) {
            write(sample.policy(shard), text.policy(shard, List.of()));
        }
        DemoKeys.writeBuyer(sample.buyerIdentity());
        DemoKeys.writeSeller(sample.sellerKey(), sample.sellerPublicKey());
    }

    private void writeTables(SampleData sample, int people, Progress progress) throws IOException {
        var tables = new ShardTables(population, people);
        var shards = population.figures().shards();
        try (var engine = Engine.start()) {
            for (int i = 0; i < shards.size(); i++) {
                progress.checkCancelled();
                progress.report((double) i / shards.size(), shards.get(i));
                Files.createDirectories(sample.people(shards.get(i)).resolveSibling(""));
                tables.writePeople(engine, shards.get(i), sample.people(shards.get(i)), Progress.NONE);
                tables.writePurchases(engine, shards.get(i), sample.purchases(shards.get(i)), Progress.NONE);
            }
        }
    }

    static void write(Path file, String text) {
        try {
            Files.write(file, text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw SampleData.cannotWrite(file, e);
        }
    }

    private static void remove(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (var all = Files.walk(folder)) {
            for (var file : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
