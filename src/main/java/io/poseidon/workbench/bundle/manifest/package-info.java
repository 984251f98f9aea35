/// What a sealed file says of itself, as records: manifest, licence, dataset card; each with its one canonical
/// spelling, read strictly. Believes nothing and verifies nothing.
@NullMarked
package io.poseidon.workbench.bundle.manifest;

import org.jspecify.annotations.NullMarked;
