/// Documents of worked cases on one side, answers as JSON on the other: the shapes `price` and `value` speak.
@NullMarked
package io.poseidon.workbench.pricing.cases;

import org.jspecify.annotations.NullMarked;
