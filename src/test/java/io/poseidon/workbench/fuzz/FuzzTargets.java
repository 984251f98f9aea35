package io.poseidon.workbench.fuzz;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Supplier;

/// Every target with the inputs to begin from, which are made by code and good each in its kind.
enum FuzzTargets {
    MANIFEST(JsonTargets::manifests, seeds -> JsonTargets::manifest, 8_192, 1_500),
    LICENCE(JsonTargets::licences, seeds -> JsonTargets::licence, 4_096, 1_500),
    ENVELOPE(JsonTargets::envelopes, seeds -> JsonTargets::envelope, 4_096, 1_500),
    AGE_FILE(AgeTargets::files, seeds -> AgeTargets::file, 8_192, 700),
    AGE_STANZA(AgeTargets::stanzas, seeds -> AgeTargets::stanza, 4_096, 700),
    IDENTITY_FILE(AgeTargets::identityFiles, seeds -> AgeTargets::identityFile, 4_096, 1_500),
    ARROW_STREAM(ArrowTargets::streams, seeds -> ArrowTargets::stream, 8_192, 1_500),
    ARROW_QUERY(ArrowTargets::streams, seeds -> ArrowTargets::query, 8_192, 100),
    CONTAINER(BundleTargets::files, BundleTargets::file, 32_768, 1_000),
    ENTRIES(BundleTargets::replacements, seeds -> BundleTargets::replacement, 8_192, 500);

    private final Supplier<List<byte[]>> seeds;
    private final Function<List<byte[]>, FuzzTarget> target;
    private final int longest;
    private final int mutations;

    FuzzTargets(Supplier<List<byte[]>> seeds, Function<List<byte[]>, FuzzTarget> target, int longest, int mutations) {
        this.seeds = seeds;
        this.target = target;
        this.longest = longest;
        this.mutations = mutations;
    }

    static FuzzTargets named(String title) {
        return valueOf(title.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    String title() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    List<byte[]> seeds() {
        return seeds.get();
    }

    /// The target for a run that began from these seeds.
    FuzzTarget target(List<byte[]> begunFrom) {
        return target.apply(begunFrom);
    }

    /// No input longer than this is tried, in bytes; above the longest seed.
    int longest() {
        return longest;
    }

    /// How many mutated seeds an ordinary test run tries: about half a second's worth.
    int mutations() {
        return mutations;
    }
}
