package io.poseidon.workbench.training.round;

import io.poseidon.workbench.training.features.Encoding;
import io.poseidon.workbench.training.features.EncodingJson;
import io.poseidon.workbench.training.network.Weights;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// A model as it stands between two rounds: how rows become inputs, and the weights.
public record ModelState(Encoding encoding, Weights weights) {

    /// SHA-256 over the encoding's JSON and the weights' bytes; coordinator and shards name a model by it.
    public String digest() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(EncodingJson.write(encoding).toString().getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            return HexFormat.of().formatHex(digest.digest(weights.bytes()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
