/// From text to decision to answer: intervals, history, export. May use model, engine, policy, privacy, bundle.
@NullMarked
package io.poseidon.workbench.query;

import org.jspecify.annotations.NullMarked;
