package io.poseidon.workbench.app.demo;

import io.poseidon.workbench.app.Main;
import io.poseidon.workbench.model.Problem;
import io.poseidon.workbench.model.Problem.Kind;
import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// One command of ours running as a process of its own. Its standard input is a pipe from us: when we are gone,
/// however we ended, the pipe closes and the child ends itself.
final class Child implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(4);

    private final String name;
    private final Process process;
    private final Path log;

    private Child(String name, Process process, Path log) {
        this.name = name;
        this.process = process;
        this.log = log;
    }

    /// Starts `arguments` as a command of this program, with this program's flags and class path; what it prints goes
    /// to `NAME.out` and `NAME.log` in `folder`.
    static Child start(String name, Path folder, List<String> arguments) throws IOException {
        var line = new ArrayList<String>();
        line.add(ProcessHandle.current().info().command().orElse("java"));
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(flag -> flag.startsWith("--") || flag.startsWith("-Dposeidon."))
                .forEach(line::add);
        line.addAll(List.of("-Xmx512m", "-XX:+UseSerialGC", "-cp"));
        line.add(absolute(System.getProperty("java.class.path")));
        line.add(Main.class.getName());
        line.addAll(arguments);
        var log = folder.resolve(name + ".log");
        var process = new ProcessBuilder(line)
                .directory(folder.toFile())
                .redirectOutput(folder.resolve(name + ".out").toFile())
                .redirectError(log.toFile())
                .start();
        return new Child(name, process, log);
    }

    /// Waits for the first line on the child's standard output that holds `word`.
    String awaitLine(String word, Duration patience) throws IOException, InterruptedException {
        var deadline = System.nanoTime() + patience.toNanos();
        while (System.nanoTime() < deadline) {
            var line = lineWith(word);
            if (line.isPresent()) {
                return line.get();
            }
            if (process.waitFor(20, TimeUnit.MILLISECONDS)) {
                break;
            }
        }
        var said = Files.exists(log) ? Files.readString(log).strip() : "";
        throw Problem.of(Kind.SURROUNDINGS, Child.class, "child-did-not-start", name, said.isEmpty() ? "-" : said);
    }

    private Optional<String> lineWith(String word) throws IOException {
        var out = log.resolveSibling(name + ".out");
        try (var lines = Files.lines(out)) {
            return lines.filter(line -> line.contains(word)).findFirst();
        }
    }

    String name() {
        return name;
    }

    long pid() {
        return process.pid();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /// Asks the child to end, and ends it when it does not.
    @Override
    public void close() {
        process.destroy();
        try {
            process.getOutputStream().close();
            if (process.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (IOException alreadyClosed) {
            // the pipe went with the child
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        process.destroyForcibly();
    }

    private static String absolute(String classPath) {
        var parts = classPath.split(File.pathSeparator, -1);
        var absolute = new ArrayList<String>();
        for (var part : parts) {
            absolute.add(part.endsWith("*") ? part : new File(part).getAbsolutePath());
        }
        return String.join(File.pathSeparator, absolute);
    }
}
