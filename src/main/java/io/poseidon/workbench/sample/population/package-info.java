/// Synthetic people: who opts in, what they earn and spend, and whether they fall behind, drawn from published figures
/// of Korea's population. Every number here is made up by a generator; the figures only make it plausible.
@NullMarked
package io.poseidon.workbench.sample.population;

import org.jspecify.annotations.NullMarked;
