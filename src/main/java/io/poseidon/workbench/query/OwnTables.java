package io.poseidon.workbench.query;

import io.poseidon.workbench.bundle.OpenedBundle;
import io.poseidon.workbench.engine.ArrowTable;
import io.poseidon.workbench.engine.Engine;
import io.poseidon.workbench.job.Progress;
import io.poseidon.workbench.model.Problem;
import io.poseidon.workbench.model.Problem.Kind;
import io.poseidon.workbench.policy.PolicyDocument;
import io.poseidon.workbench.policy.Table;
import io.poseidon.workbench.query.upload.Upload;
import io.poseidon.workbench.query.upload.UploadReader;
import io.poseidon.workbench.query.upload.Uploads;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// A buyer's own tables beside the cells of a purchase. They need no permission: whatever is computed from cells and
/// own tables, read-only, is free. The policy that was sealed says nothing of them, so they are added to it.
public final class OwnTables {

    private OwnTables() {}

    /// Reads each file in the types it shows, or that the sealed policy declares. A name must not be a sealed table's.
    public static Uploads read(Engine engine, OpenedBundle bundle, Map<String, Path> files, Progress progress) {
        var tables = new LinkedHashMap<String, Upload>();
        files.forEach((name, file) -> {
            var table = read(engine, bundle, name, file, progress);
            tables.put(table.name(), table);
        });
        return new Uploads(tables, Set.of());
    }

    /// The same for one of them.
    public static Upload read(Engine engine, OpenedBundle bundle, String written, Path file, Progress progress) {
        var name = written.toLowerCase(Locale.ROOT);
        if (name.isBlank() || isSealed(bundle, name)) {
            throw Problem.of(Kind.INPUT, OwnTables.class, "own-name-taken", written);
        }
        var reader = new UploadReader(engine);
        return policy(bundle).table(name).orElse(null) instanceof Table.Own own
                ? reader.read(own, file, progress)
                : reader.read(name, file, progress);
    }

    /// Whether the purchase has a table of that name that is not for its buyer to give.
    public static boolean isSealed(OpenedBundle bundle, String name) {
        return policy(bundle)
                .table(name)
                .filter(table -> !(table instanceof Table.Own))
                .isPresent();
    }

    static PolicyDocument policy(OpenedBundle bundle) {
        return PolicyDocument.parse(
                "policy of " + bundle.file().getFileName(),
                bundle.manifest().description().policy());
    }

    /// The sealed policy with the own tables in it.
    public static PolicyDocument beside(PolicyDocument policy, Uploads uploads) {
        var tables = new LinkedHashMap<>(policy.tables());
        uploads.tables().values().forEach(own -> tables.put(own.name(), new Table.Own(own.name(), own.columns())));
        return new PolicyDocument(tables, policy.budget(), policy.validFrom(), policy.validUntil(), policy.purpose());
    }

    /// As the engine reads them, for the caller to close.
    public static List<ArrowTable> tables(Engine engine, Uploads uploads) {
        var tables = new ArrayList<ArrowTable>();
        try {
            uploads.tables().values().forEach(own -> tables.add(own.table(engine, own.name())));
            return tables;
        } catch (RuntimeException e) {
            tables.forEach(ArrowTable::close);
            throw e;
        }
    }
}
