/// Policy document, SQL syntax tree as sealed types, decision. Knows no engine and no rows; may use model and privacy.
@NullMarked
package io.poseidon.workbench.policy;

import org.jspecify.annotations.NullMarked;
