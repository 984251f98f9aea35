/// The Quality screen: the view model knows no node, the views bind to it.
@NullMarked
package io.poseidon.workbench.quality.view;

import org.jspecify.annotations.NullMarked;
