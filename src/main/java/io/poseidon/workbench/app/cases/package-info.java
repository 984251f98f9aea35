/// Documents of worked cases on one side, answers as JSON on the other: what `price`, `value` and `quality` speak.
@NullMarked
package io.poseidon.workbench.app.cases;

import org.jspecify.annotations.NullMarked;
