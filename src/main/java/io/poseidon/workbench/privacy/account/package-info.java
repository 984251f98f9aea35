/// What noise costs and how far it reaches: sensitivities, the zCDP account and its translation to (ε, δ), and the law
/// of the noise. Draws nothing; uses model.
@NullMarked
package io.poseidon.workbench.privacy.account;

import org.jspecify.annotations.NullMarked;
