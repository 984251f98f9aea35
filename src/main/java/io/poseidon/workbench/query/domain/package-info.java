/// Questions evaluated on the public table of declared cells: which cells make which group. Never on people.
@NullMarked
package io.poseidon.workbench.query.domain;

import org.jspecify.annotations.NullMarked;
