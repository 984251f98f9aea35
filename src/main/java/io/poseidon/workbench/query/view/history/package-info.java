/// The side of the query screen: tables and columns, and what was asked before.
@NullMarked
package io.poseidon.workbench.query.view.history;

import org.jspecify.annotations.NullMarked;
