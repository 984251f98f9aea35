/// The Pricing screen: the view model knows no node, the views bind to it and forward.
@NullMarked
package io.poseidon.workbench.pricing.view;

import org.jspecify.annotations.NullMarked;
