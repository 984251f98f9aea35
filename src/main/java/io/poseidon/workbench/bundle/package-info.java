/// The sealed file: container, manifest, licence, parts; verify and open. May use model, engine, crypto, policy.
@NullMarked
package io.poseidon.workbench.bundle;

import org.jspecify.annotations.NullMarked;
