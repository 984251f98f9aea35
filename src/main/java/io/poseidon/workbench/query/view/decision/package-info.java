/// What the policy says, on screen: the panel beside a question, the refusal with its repair.
@NullMarked
package io.poseidon.workbench.query.view.decision;

import org.jspecify.annotations.NullMarked;
