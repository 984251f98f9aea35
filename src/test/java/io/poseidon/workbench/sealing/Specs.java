package io.poseidon.workbench.sealing;

import io.poseidon.workbench.sealing.spec.SealSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Small specifications for tests.
public final class Specs {

    /// Two regions, two ages, one sum that may be negative, one count; three versions.
    public static final String SMALL = """
        seal: 1
        product: card-spend
        edition: 2026q3
        publisher: Hangang Data Market
        title: {en: Card spending, ko: 카드 소비}
        table: spend
        contributor: user_id
        period: {column: month, from: 7, to: 9}
        dimensions:
          region: [Seoul, Busan]
          age_band: {from: age, bins: [20, 30]}
        measures:
          amount: {min: -100, max: 1000, unit: KRW, step: 1}
          txn: {count: rows, max: 5}
        maximumCellsPerContributor: 2
        minimumCohort: 20
        delta: 1e-9
        versions: {bronze: {rho: 0.02}, silver: {rho: 0.1}, gold: {rho: 0.5}}
        ledger: release-ledger.log
        licence: {purpose: [research], days: 365}
        prices: {bronze: {KRW: 300000}, silver: {KRW: 1100000}, gold: {KRW: 3900000}}
        """;

    private Specs() {}

    public static Path write(Path folder, String text) throws IOException {
        return Files.writeString(folder.resolve("spec.yaml"), text);
    }

    public static SealSpec small(Path folder) throws IOException {
        return SealSpec.read(write(folder, SMALL));
    }
}
