package io.poseidon.workbench.sealing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.poseidon.workbench.model.Problem;
import io.poseidon.workbench.model.Problem.Kind;
import io.poseidon.workbench.sealing.ledger.Durable;
import java.io.IOException;
import java.nio.file.Path;

/// The validation report as a file that only the publisher may read.
final class ReportFile {

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private ReportFile() {}

    static void write(Path file, ObjectNode report) {
        try {
            Durable.write(file.toAbsolutePath(), JSON.writeValueAsBytes(report));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw Problem.of(Kind.SURROUNDINGS, Sealing.class, "cannot-write", file)
                    .because(e);
        }
    }
}
