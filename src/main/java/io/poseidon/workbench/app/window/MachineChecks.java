package io.poseidon.workbench.app.window;

import io.poseidon.workbench.crypto.Identity;
import io.poseidon.workbench.crypto.SealedReader;
import io.poseidon.workbench.crypto.SealingWriter;
import io.poseidon.workbench.crypto.SigningKey;
import io.poseidon.workbench.engine.Engine;
import io.poseidon.workbench.job.Progress;
import io.poseidon.workbench.shell.home.HealthCheck;
import io.poseidon.workbench.shell.home.HealthCheck.Finding;
import io.poseidon.workbench.ui.Words;
import io.poseidon.workbench.ui.part.StateMark;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/// What a purchase needs of this machine, tried on something small: the parser, signatures, sealing and opening.
final class MachineChecks {

    private final Words words;

    MachineChecks(Words words) {
        this.words = words.in(MachineChecks.class);
    }

    List<HealthCheck> all() {
        return List.of(
                new HealthCheck(words.text("engine"), this::engine),
                new HealthCheck(words.text("signatures"), this::signatures),
                new HealthCheck(words.text("sealing"), this::sealing));
    }

    private Finding engine() {
        try (var engine = Engine.start()) {
            var tree = engine.sqlText().toTree("SELECT 1 AS one");
            return found(tree.contains("SELECT_NODE"), "engine.ok", "engine.bad");
        }
    }

    /// A signature verifies, and the same signature under another message does not.
    private Finding signatures() {
        var message = "poseidon".getBytes(StandardCharsets.UTF_8);
        try (var key = SigningKey.generate()) {
            var signature = key.sign(message);
            boolean good = key.verifyingKey().verifies(message, signature);
            boolean forged = key.verifyingKey().verifies("poseidom".getBytes(StandardCharsets.UTF_8), signature);
            return found(good && !forged, "signatures.ok", "signatures.bad");
        }
    }

    private Finding sealing() throws IOException {
        var plain = "한강 Hangang".getBytes(StandardCharsets.UTF_8);
        try (var identity = Identity.generate()) {
            var sealed = new ByteArrayOutputStream();
            try (var out = SealingWriter.to(sealed, List.of(identity.recipient().orElseThrow()))) {
                out.write(plain);
                out.finish();
            }
            try (var reader = SealedReader.open(sealed.toByteArray(), List.of(identity));
                    var in = reader.stream(Progress.NONE)) {
                return found(Arrays.equals(plain, in.readAllBytes()), "sealing.ok", "sealing.bad");
            }
        }
    }

    private Finding found(boolean good, String ok, String bad) {
        return good ? new Finding(StateMark.DONE, words.text(ok)) : new Finding(StateMark.FAILED, words.text(bad));
    }
}
