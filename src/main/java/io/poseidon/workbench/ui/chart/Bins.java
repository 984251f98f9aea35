package io.poseidon.workbench.ui.chart;

import java.util.List;

/// A small histogram: for each bin how many there are in all and how many of them are kept by the filters.
public record Bins(List<Bin> bins) {

    public record Bin(double all, double kept) {}

    public Bins {
        bins = List.copyOf(bins);
    }

    public double highest() {
        return bins.stream().mapToDouble(Bin::all).max().orElse(0);
    }
}
