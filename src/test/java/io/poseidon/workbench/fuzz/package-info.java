/// Inputs that nobody vouches for, thrown at everything that reads them: each ends in a problem with a code or in a
/// value, in bounded time and memory. As tests over seeds and their mutations; guided by coverage, in millions, by
/// `mvn -Pfuzz verify`.
@NullMarked
package io.poseidon.workbench.fuzz;

import org.jspecify.annotations.NullMarked;
