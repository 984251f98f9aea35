/// age recipients and identities, sealed files, signatures, envelopes, certificates, canonical JSON. Only user of
/// Bouncy Castle; may use model.
@NullMarked
package io.poseidon.workbench.crypto;

import org.jspecify.annotations.NullMarked;
