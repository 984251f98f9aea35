package io.poseidon.workbench.query.gate;

import com.fasterxml.jackson.databind.node.ObjectNode;

/// Whoever signs evidence: the holder of the rows, or the person who asks. The one way from here to cryptography.
public interface Notary {

    /// What a signature of this notary is worth.
    Attestation attestation();

    /// The signed file: the statement with the signer's public key, in an envelope.
    byte[] sign(ObjectNode statement);
}
