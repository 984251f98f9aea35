/// A statement as sealed types, mapped fail-closed from the engine's own tree: an unknown node, field or value is an
/// [Unreadable] and so a refusal.
@NullMarked
package io.poseidon.workbench.policy.tree;

import org.jspecify.annotations.NullMarked;
