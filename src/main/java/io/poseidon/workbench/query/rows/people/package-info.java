/// Lists of uploaded people that answers were about: kept without their names, and held against each other.
@NullMarked
package io.poseidon.workbench.query.rows.people;

import org.jspecify.annotations.NullMarked;
