/// A buyer's own tables beside the data of a place, on screen: added, looked at, replaced with consent, removed.
@NullMarked
package io.poseidon.workbench.query.view.own;

import org.jspecify.annotations.NullMarked;
