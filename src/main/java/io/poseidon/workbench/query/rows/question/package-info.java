/// What a question over rows asks for: its groups as sets of declared cells, its vectors of numbers, its plan.
@NullMarked
package io.poseidon.workbench.query.rows.question;

import org.jspecify.annotations.NullMarked;
