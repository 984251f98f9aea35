/// Answers as signed records that can be held against later, without us: what was asked of which data under which
/// policy, what it cost, and a sealed digest of the result. Signing itself is a port of the gate.
@NullMarked
package io.poseidon.workbench.query.evidence;

import org.jspecify.annotations.NullMarked;
