package io.poseidon.workbench.query.upload;

import io.poseidon.workbench.engine.Engine;
import io.poseidon.workbench.job.Progress;
import io.poseidon.workbench.model.Problem;
import io.poseidon.workbench.model.Problem.Kind;
import io.poseidon.workbench.policy.PolicyDocument;
import io.poseidon.workbench.policy.Table;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// The own tables that come with a question, by name. `replaced` names those that stand in for another table that was
/// used under that name before: a new question, with its own charge.
public record Uploads(Map<String, Upload> tables, Set<String> replaced) {

    public static final Uploads NONE = new Uploads(Map.of(), Set.of());

    public Uploads {
        tables = Map.copyOf(tables);
        replaced = Set.copyOf(replaced);
    }

    /// Reads a file for each own table that the policy declares and that is given.
    public static Uploads read(Engine engine, PolicyDocument policy, Map<String, Path> files, Progress progress) {
        var reader = new UploadReader(engine);
        var tables = new LinkedHashMap<String, Upload>();
        files.forEach((name, file) -> {
            if (!(policy.table(name).orElse(null) instanceof Table.Own own)) {
                throw Problem.of(Kind.INPUT, Uploads.class, "upload-undeclared", name);
            }
            tables.put(own.name(), reader.read(own, file, progress));
        });
        return new Uploads(tables, Set.of());
    }

    public Uploads replacing(Set<String> names) {
        for (var name : names) {
            if (!has(name)) {
                throw Problem.of(Kind.USAGE, Uploads.class, "upload-not-given", name);
            }
        }
        var lower = new TreeSet<String>();
        names.forEach(name -> lower.add(name.toLowerCase(Locale.ROOT)));
        return new Uploads(tables, lower);
    }

    /// With one more table, or another in place of the one of that name.
    public Uploads with(Upload table) {
        var more = new LinkedHashMap<>(tables);
        more.put(table.name(), table);
        return new Uploads(more, replaced);
    }

    public boolean has(String name) {
        return tables.containsKey(name.toLowerCase(Locale.ROOT));
    }

    public Optional<Upload> find(String name) {
        return Optional.ofNullable(tables.get(name.toLowerCase(Locale.ROOT)));
    }

    /// A table that is known to be here.
    public Upload get(String name) {
        return Objects.requireNonNull(tables.get(name.toLowerCase(Locale.ROOT)));
    }
}
