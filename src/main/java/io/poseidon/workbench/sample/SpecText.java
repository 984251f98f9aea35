package io.poseidon.workbench.sample;

import io.poseidon.workbench.sample.population.CreditFile;
import io.poseidon.workbench.sample.population.Figures;
import io.poseidon.workbench.sample.population.Figures.AgeBand;
import io.poseidon.workbench.sample.population.Figures.Category;
import io.poseidon.workbench.sample.population.Figures.Region;
import java.util.List;
import java.util.stream.Collectors;

/// The documents of the sample that follow from its figures: sealing specification, shard policies, training plan,
/// reference population.
final class SpecText {

    private final Figures figures;

    SpecText(Figures figures) {
        this.figures = figures;
    }

    String seal() {
        return """
            # The sample product. Everything in it is synthetic; see README.md for the figures behind it.
            seal: 1
            product: card-spend
            edition: 2026q3
            publisher: Hangang Data Market
            title: {en: Card spending by region and age, ko: 지역·연령별 카드 소비}
            table: spend
            contributor: user_id
            row: receipt               # a row sent twice counts once
            period: {column: month, from: 7, to: 9}
            validation: {maximumRejected: 0.05, duplicate: 0.02}
            dimensions:
              region: [%s]
              age_band: {from: age, bins: [%s]}
              category: [%s]
              month: [7, 8, 9]
            measures:
              amount: {min: 0, max: 1000000, unit: KRW, step: 1}
              txn: {column: n, max: 60}
            overlap: [category, month]     # a person has one region and one age
            maximumCellsPerContributor: 30
            minimumCohort: 20
            delta: 1e-9
            versions: {bronze: {rho: 0.02}, silver: {rho: 0.1}, gold: {rho: 0.5}}
            ledger: release-ledger.log
            licence: {purpose: [research], days: 365}
            prices: {bronze: {KRW: 300000}, silver: {KRW: 1100000}, gold: {KRW: 3900000}}
            """.formatted(
                        names(figures.regions().stream().map(Region::name).toList()),
                        figures.ageBands().stream()
                                .map(band -> String.valueOf(band.from()))
                                .collect(Collectors.joining(", ")),
                        categories());
    }

    /// What the holder of a shard lets a buyer ask and train. `buyers` are fingerprints; an empty list lets nobody
    /// train.
    String policy(String shard, List<String> buyers) {
        var regions = names(figures.regions().stream()
                .filter(region -> region.shard().equals(shard))
                .map(Region::name)
                .toList());
        return """
            # What the holder of the shard "%1$s" allows. txn.parquet and people.parquet lie beside each other.
            policy: 1
            tables:
              txn:
                kind: rows
                identity: user_id
                dimensions:
                  region: {type: text, values: [%2$s], static: true}
                  age_band: {type: text, values: [%3$s], static: true}
                  category: {type: text, values: [%4$s]}
                  month: {type: integer, values: [7, 8, 9]}
                measures: {amount: {min: 0, max: 2000000}}
                aggregates: [count, count_distinct_identity, sum, avg]
                literals: [region, age_band, category, month]
                minimumCohort: 50
                dominance: {top1: 0.6, top2: 0.8}
                maximumGroupsPerContributor: 12
                maximumRowsPerContributorAndGroup: 50
                joins: [{with: my_customers, on: user_id}, {with: my_stores, on: region}]
              people:
                kind: rows
                identity: user_id
                dimensions:
                  region: {type: text, values: [%2$s], static: true}
                  age_band: {type: text, values: [%3$s], static: true}
                measures: {loans: {min: 0, max: 8}}
                aggregates: [count, sum, avg]
                literals: [region, age_band]
                minimumCohort: 50
                training:
                  labels: [overdue]
                  features: [%5$s]
                  models: [logistic, mlp]
                  clip: 1.0
                  leastNoise: 1.0
                  rounds: 50
                  minimumShards: 3
                  buyers: [%6$s]
              my_customers: {kind: own, columns: {user_id: text, segment: text, guess: double}}
              my_stores: {kind: own, columns: {region: text, stores: integer}}
            budget: {rho: 1.0, perNumber: 0.0125, perQuery: 0.05, allBuyers: 4.0, delta: 1e-9}
            valid: {from: 2026-10-01, until: 2027-09-30}
            purpose: [research]
            """.formatted(shard, regions, ageBands(), categories(), features(), quoted(buyers));
    }

    String plan() {
        return """
            # Trains the synthetic label "overdue" on the five shards. Its rate is no statistic about Korea.
            plan: 1
            contributor: user_id
            task: binary-classification
            label: {column: overdue, positive: "1"}
            features: {numeric: [%s]}
            model: {kind: logistic}
            strategy: {kind: fedavg, localEpochs: 5, batch: 64, learningRate: 0.05}
            rounds: 20
            quorum: {shards: 3, fraction: 0.6, roundTimeoutSeconds: 60}
            privacy: {secureAggregation: false}
            evaluation: {holdout: 0.2}
            seed: 7
            """.formatted(features());
    }

    /// Adults by region and age band, for the representativeness score.
    String population() {
        var text = new StringBuilder("region,age_band,people\n");
        for (var region : figures.regions()) {
            for (int band = 0; band < figures.ageBands().size(); band++) {
                long people = Math.round(region.adults().get(band) * 1000);
                text.append(region.name())
                        .append(',')
                        .append(figures.ageBands().get(band).label())
                        .append(',')
                        .append(people)
                        .append('\n');
            }
        }
        return text.toString();
    }

    private String ageBands() {
        return names(figures.ageBands().stream().map(AgeBand::label).toList());
    }

    private String categories() {
        return names(figures.categories().stream().map(Category::name).toList());
    }

    private static String features() {
        return names(CreditFile.FEATURES);
    }

    private static String names(List<String> names) {
        return String.join(", ", names);
    }

    private static String quoted(List<String> texts) {
        return texts.stream().map(text -> '"' + text + '"').collect(Collectors.joining(", "));
    }
}
