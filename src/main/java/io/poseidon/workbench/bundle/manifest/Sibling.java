package io.poseidon.workbench.bundle.manifest;

import io.poseidon.workbench.bundle.manifest.Description.Edition;
import io.poseidon.workbench.bundle.manifest.Description.Period;
import java.util.List;
import java.util.Optional;

/// Another purchase that says something about the same people and time as one at hand.
public record Sibling(Manifest other, Kind kind) {

    public enum Kind {
        /// Another version of the same edition: versions are nested, so the better of the two says everything and an
        /// average of both says no more.
        VERSION,
        /// Another edition of the same product over the same time: their difference is those who joined, left or
        /// changed, under the noise of both.
        SAME_TIME
    }

    /// Those among `others` that are siblings of `one`.
    public static List<Sibling> of(Manifest one, List<Manifest> others) {
        return others.stream()
                .flatMap(other -> of(one, other).map(kind -> new Sibling(other, kind)).stream())
                .toList();
    }

    private static Optional<Kind> of(Manifest one, Manifest other) {
        Edition mine = one.edition();
        Edition theirs = other.edition();
        if (!mine.product().equals(theirs.product()) || !mine.publisher().equals(theirs.publisher())) {
            return Optional.empty();
        }
        if (mine.edition().equals(theirs.edition())) {
            return one.version().equals(other.version()) ? Optional.empty() : Optional.of(Kind.VERSION);
        }
        return meet(mine.period(), theirs.period()) ? Optional.of(Kind.SAME_TIME) : Optional.empty();
    }

    /// Not where they are known to be apart.
    private static boolean meet(Period one, Period other) {
        return !one.column().equals(other.column()) || (!isBefore(one, other) && !isBefore(other, one));
    }

    private static boolean isBefore(Period one, Period other) {
        boolean numbers = isNumber(one.to()) && isNumber(other.from());
        return numbers
                ? Long.parseLong(one.to()) < Long.parseLong(other.from())
                : one.to().compareTo(other.from()) < 0;
    }

    private static boolean isNumber(String text) {
        return text.matches("-?[0-9]{1,18}");
    }
}
