package io.poseidon.workbench.sample;

import io.poseidon.workbench.engine.ArrowTable;
import io.poseidon.workbench.engine.Engine;
import io.poseidon.workbench.job.Progress;
import io.poseidon.workbench.sample.population.CreditFile;
import io.poseidon.workbench.sample.population.Figures;
import io.poseidon.workbench.sample.population.Person;
import io.poseidon.workbench.sample.population.Population;
import io.poseidon.workbench.sample.population.Wallet;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.LongStream;

/// The tables that lie with each holder: `people` (one row a person: features and the label `overdue`) and `txn` (one
/// purchase in five of the quarter). As Parquet.
final class ShardTables {

    private static final long SALT = 0x74786e5f66696674L;
    private static final double SEEN = 0.2;
    private static final Set<String> FRACTIONS = Set.of(
            "income_ln", "utilisation", "spend_ln", "spend_cv", "discretionary_share", "online_share", "night_share");

    private final Population population;
    private final List<Person> people;

    /// Of the sample's people, those with a number below `count`.
    ShardTables(Population population, int count) {
        this.population = population;
        this.people = LongStream.range(0, count).mapToObj(population::person).toList();
    }

    void writePeople(Engine engine, String shard, Path file, Progress progress) {
        var files = at(shard).parallelStream()
                .map(person -> CreditFile.of(population, person))
                .toList();
        ParquetFiles.write(engine, people(engine, files), "FROM rows", file, progress);
    }

    void writePurchases(Engine engine, String shard, Path file, Progress progress) {
        var all = LongRows.joined(
                5, at(shard).parallelStream().map(this::purchases).toList());
        ParquetFiles.write(engine, purchases(engine, all), "FROM rows", file, progress);
    }

    private List<Person> at(String shard) {
        return people.stream()
                .filter(person -> region(person.region()).shard().equals(shard))
                .toList();
    }

    private Figures.Region region(long code) {
        return population.figures().regions().get((int) code);
    }

    private ArrowTable people(Engine engine, List<CreditFile> files) {
        var owners = files.stream().map(CreditFile::person).toList();
        var bands = population.figures().ageBands();
        var table = ArrowTable.builder(engine, "rows")
                .texts("user_id", owners.stream().map(Person::userId).toList())
                .texts(
                        "region",
                        owners.stream().map(p -> region(p.region()).name()).toList())
                .texts(
                        "age_band",
                        owners.stream().map(p -> bands.get(p.ageBand()).label()).toList());
        for (int f = 0; f < CreditFile.FEATURES.size(); f++) {
            int feature = f;
            var name = CreditFile.FEATURES.get(f);
            var values = files.stream()
                    .mapToDouble(file -> file.features().get(feature))
                    .toArray();
            if (FRACTIONS.contains(name)) {
                table.doubles(name, values);
            } else {
                table.integers(
                        name, Arrays.stream(values).mapToLong(Math::round).toArray());
            }
        }
        return table.integers(
                        "overdue",
                        files.stream()
                                .mapToLong(file -> file.isOverdue() ? 1 : 0)
                                .toArray())
                .build();
    }

    private LongRows purchases(Person person) {
        var rows = new LongRows(5);
        var random = new SplittableRandom((population.seed() ^ SALT) * 0x9fb21c651e98df25L ^ person.id() << 20).split();
        var wallet = Wallet.of(population, person);
        for (int month : Quarter.MONTHS) {
            wallet.month(month, (category, won) -> {
                if (random.nextDouble() < SEEN) {
                    rows.add(person.id(), (long) person.region() << 8 | person.ageBand(), category, month, won);
                }
            });
        }
        return rows;
    }

    private ArrowTable purchases(Engine engine, LongRows rows) {
        var groups = rows.column(1);
        var bands = population.figures().ageBands();
        var categories = population.figures().categories();
        return ArrowTable.builder(engine, "rows")
                .texts("user_id", LongRows.texts(rows.column(0), Person::userIdOf))
                .texts(
                        "region",
                        LongRows.texts(groups, group -> region(group >> 8).name()))
                .texts(
                        "age_band",
                        LongRows.texts(
                                groups, group -> bands.get((int) (group & 0xff)).label()))
                .texts(
                        "category",
                        LongRows.texts(
                                rows.column(2),
                                code -> categories.get((int) code).name()))
                .integers("month", rows.column(3))
                .integers("amount", rows.column(4))
                .build();
    }
}
