package io.poseidon.workbench.sample.population;

import io.poseidon.workbench.model.Document;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// What the sample is calibrated on, read from `figures.yaml`, where the source of each figure stands.
public record Figures(
        List<Region> regions,
        List<AgeBand> ageBands,
        Map<String, Double> optInByGroup,
        List<Category> categories,
        Map<String, Source> sources) {

    /// `mark` says how far a figure can be trusted: published, derived, estimated or chosen.
    public record Source(String mark, String text) {}

    /// @param group of regions that behave alike
    /// @param shard where the region's rows lie
    /// @param people residents of all ages
    /// @param income disposable income per head, 10,000 won a year
    /// @param spendMultiplier of card spending, net of age mix
    /// @param adults by age band, thousands
    public record Region(
            String name,
            String group,
            String shard,
            long people,
            double income,
            double spendMultiplier,
            List<Double> adults) {}

    /// @param men 10,000 people, as `women`
    /// @param appUse share with a finance app
    /// @param optIn share of those who share their data
    /// @param income million won a year
    /// @param spend thousand won a month
    public record AgeBand(
            String label,
            int from,
            int to,
            double men,
            double women,
            double appUse,
            double optIn,
            double income,
            double spend) {}

    /// @param ticket mean amount of a purchase, thousand won
    /// @param sigma of the logarithm of an amount
    /// @param shares of spending by age band, percent
    /// @param ever share of people who buy here at all, by age band
    /// @param tilts factors on the share by group of regions, and for `men` and `women`
    /// @param season factor by month of 2026
    public record Category(
            String name,
            double ticket,
            double sigma,
            List<Double> shares,
            List<Double> ever,
            Map<String, Double> tilts,
            List<Double> season) {}

    public Figures {
        regions = List.copyOf(regions);
        ageBands = List.copyOf(ageBands);
        optInByGroup = Map.copyOf(optInByGroup);
        categories = List.copyOf(categories);
        sources = Map.copyOf(sources);
    }

    /// The figures that come with the program.
    public static Figures load() {
        try (var in = Objects.requireNonNull(Figures.class.getResourceAsStream("figures.yaml"))) {
            var text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return new FiguresReader(Document.parse("figures.yaml", text)).read();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// In the order of their first region.
    public List<String> shards() {
        return regions.stream().map(Region::shard).distinct().toList();
    }
}
