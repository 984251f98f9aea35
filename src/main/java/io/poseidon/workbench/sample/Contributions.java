package io.poseidon.workbench.sample;

import io.poseidon.workbench.engine.ArrowTable;
import io.poseidon.workbench.engine.Engine;
import io.poseidon.workbench.job.Progress;
import io.poseidon.workbench.sample.population.Person;
import io.poseidon.workbench.sample.population.Population;
import io.poseidon.workbench.sample.population.Wallet;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/// What contributors hand in for an edition: for each person, category and month of the quarter the won spent
/// (`amount`), the number of purchases (`n`), what tells the row from others (`receipt`) and the day it came in
/// (`received`), with the defects of their shard and three purchases so large that they
/// must meet the clamp. As Parquet.
final class Contributions {

    private static final int BLOCK = 20_000;
    private static final int SHARD_OF_BLOCK = 500;
    private static final long SALT = 0x676170646179731L;

    private final Population population;
    private final Defects defects;
    private final int people;

    Contributions(Population population, int people) {
        this.population = population;
        this.defects = new Defects(population);
        this.people = people;
    }

    void write(Engine engine, Path file, Progress progress) {
        var parts = new ArrayList<Path>();
        for (int from = 0; from < people; from += BLOCK) {
            progress.checkCancelled();
            progress.report((double) from / people, "");
            var part = file.resolveSibling(file.getFileName() + "." + from);
            ParquetFiles.write(engine, block(engine, from, Math.min(people, from + BLOCK)), SQL, part, progress);
            parts.add(part);
        }
        ParquetFiles.join(engine, parts, file, progress);
    }

    private static final String SQL = "SELECT user_id, receipt, region, age, category, month, amount, n," + " DATE '"
            + Arrivals.YEAR + "-01-01' + received::INTEGER AS received FROM rows";

    private ArrowTable block(Engine engine, int from, int to) {
        var rows = IntStream.rangeClosed(0, (to - from - 1) / SHARD_OF_BLOCK)
                .parallel()
                .mapToObj(i -> some(from + i * SHARD_OF_BLOCK, Math.min(to, from + (i + 1) * SHARD_OF_BLOCK)))
                .toList();
        return ContributionRows.joined(population.figures(), rows).table(engine);
    }

    private ContributionRows some(int from, int to) {
        var rows = new ContributionRows(population.figures());
        for (int id = from; id < to; id++) {
            contribute(population.person(id), rows);
        }
        return rows;
    }

    private void contribute(Person person, ContributionRows rows) {
        var wallet = Wallet.of(population, person);
        int categories = population.figures().categories().size();
        var clean = new ArrayList<ContributionRows.Row>();
        var random = new SplittableRandom(population.seed() ^ SALT ^ person.id() << 20).split();
        for (int month : Quarter.MONTHS) {
            double lost = defects.lost(person, month);
            var won = new long[categories];
            var count = new long[categories];
            wallet.month(month, (category, amount) -> {
                if (lost > 0 && random.nextDouble() < lost) {
                    return;
                }
                won[category] += amount;
                count[category]++;
            });
            for (int c = 0; c < categories; c++) {
                if (count[c] > 0) {
                    clean.add(ContributionRows.Row.of(person, clean.size(), c, month, won[c], count[c]));
                }
            }
        }
        Whales.of(population, person, clean.size()).ifPresent(clean::add);
        defects.apply(person, clean, rows);
    }
}
