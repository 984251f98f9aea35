package io.poseidon.workbench.bundle;

import io.poseidon.workbench.bundle.format.Container;
import io.poseidon.workbench.bundle.format.Entry;
import io.poseidon.workbench.bundle.manifest.Licence;
import io.poseidon.workbench.bundle.manifest.Manifest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// What a file says of itself, believed by nobody: read without trust, signature or key. To be shown only with the word
/// unverified beside it. `signer` is the key id that the file names.
public record Claims(Manifest manifest, List<Licence> licences, String signer, List<Entry> entries) {

    public Claims {
        licences = List.copyOf(licences);
        entries = List.copyOf(entries);
    }

    /// Problems: `damaged`, `newer-format`.
    public static Claims read(Path file) {
        try (var container = Container.open(file)) {
            var documents = Documents.read(container);
            Manifest.requireFormat(documents.manifest().bytes());
            var licences = new ArrayList<Licence>();
            documents.licences().forEach(signed -> licences.add(Licence.parse(signed.entry(), signed.bytes())));
            var signer = documents.manifest().envelope().signatures().getFirst().keyId();
            return new Claims(Manifest.parse(documents.manifest().bytes()), licences, signer, container.entries());
        }
    }
}
