/// What every answer passes on its way to a person or out of the application: [Gate] and [Pass] write it down,
/// [Notary] signs for it.
@NullMarked
package io.poseidon.workbench.query.gate;

import org.jspecify.annotations.NullMarked;
