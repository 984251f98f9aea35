package io.poseidon.workbench.query.shard;

import io.poseidon.workbench.model.Problem;
import io.poseidon.workbench.model.Problem.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// What a shard consists of: the rows, the policy of their holder, and the holder's own folder with the privacy ledger,
/// the audit log and the secrets, which is made by the first question.
public record ShardFiles(Path data, Path policy, Path state) {

    private static final Set<String> POLICIES = Set.of("yaml", "yml");
    private static final Set<String> DATA = Set.of("parquet", "csv", "tsv", "arrow", "arrows", "feather");

    /// A folder with one policy (YAML) and one file of rows (Parquet, CSV or Arrow); `state` is inside it.
    public static ShardFiles in(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw Problem.of(Kind.INPUT, ShardFiles.class, "shard-no-folder", folder);
        }
        try (var entries = Files.list(folder)) {
            var files = entries.filter(Files::isRegularFile).sorted().toList();
            return new ShardFiles(
                    only(files, DATA, "shard-data", folder),
                    only(files, POLICIES, "shard-policy", folder),
                    folder.resolve("state"));
        } catch (IOException e) {
            throw Problem.of(Kind.INPUT, ShardFiles.class, "shard-no-folder", folder)
                    .because(e);
        }
    }

    private static Path only(List<Path> files, Set<String> endings, String code, Path folder) {
        var found =
                files.stream().filter(file -> endings.contains(ending(file))).toList();
        if (found.isEmpty()) {
            throw Problem.of(Kind.INPUT, ShardFiles.class, code + "-missing", folder);
        }
        if (found.size() > 1) {
            var names =
                    found.stream().map(file -> file.getFileName().toString()).collect(Collectors.joining(", "));
            throw Problem.of(Kind.INPUT, ShardFiles.class, code + "-several", folder, names);
        }
        return found.getFirst();
    }

    private static String ending(Path file) {
        var name = file.getFileName().toString();
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
}
