/// What asking a question would bring, known before it runs: decision, cost, what will be missing, how wide the
/// intervals will be, and the nearest other questions. Never from rows.
@NullMarked
package io.poseidon.workbench.query.preflight;

import org.jspecify.annotations.NullMarked;
