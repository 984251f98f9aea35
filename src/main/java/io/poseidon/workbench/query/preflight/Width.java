package io.poseidon.workbench.query.preflight;

import io.poseidon.workbench.query.interval.Interval;
import java.util.Optional;

/// How wide the 95 % intervals of one column will be, in its unit.
public record Width(String column, Optional<String> unit, Extent extent) {

    public sealed interface Extent {}

    /// No noise is in it.
    public record Exact() implements Extent {}

    /// Half the width over all rows of the answer: the narrowest, the middle one and the widest. The share `lost` of
    /// the rows will have no interval.
    public record Half(double least, double middle, double most, double lost) implements Extent {}

    public record Unknown(Interval.Reason reason) implements Extent {}

    /// Half the width at most, in a group of just `people`, the fewest that are shown; less in larger ones. How large
    /// they are nobody knows before.
    public record AtMost(double half, int people) implements Extent {}

    /// Not known until there is an answer.
    public record Untold() implements Extent {}

    public static final Extent EXACT = new Exact();
}
