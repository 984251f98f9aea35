/// Discrete mechanisms, accountants, secure-sum masking, secret sharing. Integers and rationals; may use model.
@NullMarked
package io.poseidon.workbench.privacy;

import org.jspecify.annotations.NullMarked;
