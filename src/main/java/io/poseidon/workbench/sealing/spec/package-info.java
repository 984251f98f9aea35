/// What a publisher writes down about an edition: the sealing specification, read strictly from YAML.
@NullMarked
package io.poseidon.workbench.sealing.spec;

import org.jspecify.annotations.NullMarked;
