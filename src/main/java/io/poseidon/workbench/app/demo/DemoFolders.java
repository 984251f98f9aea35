package io.poseidon.workbench.app.demo;

import io.poseidon.workbench.job.Progress;
import io.poseidon.workbench.model.Problem;
import io.poseidon.workbench.model.Problem.Kind;
import io.poseidon.workbench.sample.SampleData;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// Where the demonstration's files are: what came with the program, and what is made once and kept in the user's cache.
record DemoFolders(Path shipped, Path cache) {

    /// The launcher names the program's folder in `poseidon.home`.
    static DemoFolders find(Map<String, String> environment) {
        var home = Path.of(System.getProperty("poseidon.home", ".")).toAbsolutePath();
        var shipped = home.resolve("sample-data");
        if (!Files.isReadable(new SampleData(shipped).purchase())) {
            throw Problem.of(Kind.INPUT, DemoFolders.class, "sample-missing", shipped);
        }
        var cache = Optional.ofNullable(environment.get("XDG_CACHE_HOME"))
                .filter(text -> !text.isBlank())
                .map(Path::of)
                .orElseGet(() -> Path.of(System.getProperty("user.home"), ".cache"));
        return new DemoFolders(shipped, cache.resolve("poseidon-workbench"));
    }

    /// The purchase, the keys and the documents.
    SampleData documents() {
        return new SampleData(shipped);
    }

    /// The shards' tables; made when they are not there, some seconds.
    SampleData tables(Progress progress) {
        return SampleData.ensure(cache.resolve("sample-" + SampleData.SEED), progress);
    }
}
