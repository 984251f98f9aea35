/// The Vault screen: purchases, the steps of their verification, unlocking, what was signed, and a page for each way it
/// can fail. [io.poseidon.workbench.bundle.view.VaultModel] holds the state and knows no node.
@NullMarked
package io.poseidon.workbench.bundle.view;

import org.jspecify.annotations.NullMarked;
