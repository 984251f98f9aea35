/// An answer on screen: its cells with their intervals as pages, and the chart they make.
@NullMarked
package io.poseidon.workbench.query.view.result;

import org.jspecify.annotations.NullMarked;
