package io.poseidon.workbench.fuzz;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Runs Jazzer on every target whose title matches, each in a process of its own with little memory, and prints a
/// table. Ends with code 1 when a target crashed, hung or ran out of memory; the input then lies beside its log.
///
/// Arguments: the number of inputs for each target, a pattern of titles, and a folder that keeps what was learnt.
public final class FuzzingRun {

    private static final String JAZZER = "com.code_intelligence.jazzer.Jazzer";
    private static final List<String> JVM = List.of(
            "-Xmx768m",
            "-XX:+UseSerialGC",
            "-XX:+EnableDynamicAgentLoading",
            "--add-opens=java.base/java.nio=ALL-UNNAMED",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "--add-modules=jdk.incubator.vector");
    private static final String HEADINGS = "%n%-16s %12s %10s %10s %12s %10s  %s%n";
    private static final String ROW = "%-16s %12s %10s %10s %12s %10s  %s%n";

    private record Result(FuzzTargets target, int exit, Path log) {}

    private FuzzingRun() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        long runs = Long.parseLong(arguments[0]);
        var wanted = Pattern.compile(arguments[1]);
        var folder = Path.of(arguments[2]);
        var results = new ArrayList<Result>();
        for (var target : FuzzTargets.values()) {
            if (wanted.matcher(target.title()).matches()) {
                results.add(run(target, runs, folder.resolve(target.title())));
            }
        }
        print(results);
        System.exit(results.isEmpty() || results.stream().anyMatch(result -> result.exit() != 0) ? 1 : 0);
    }

    private static Result run(FuzzTargets target, long runs, Path folder) throws IOException, InterruptedException {
        var seeds = Files.createDirectories(folder.resolve("seeds"));
        var corpus = Files.createDirectories(folder.resolve("corpus"));
        write(target.seeds(), seeds);
        var log = folder.resolve("log.txt");
        var command = new ArrayList<>(List.of(java()));
        command.addAll(JVM);
        command.addAll(List.of("-Dfuzz.target=" + target.title(), "-Dfuzz.seeds=" + seeds));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), JAZZER));
        command.addAll(List.of(
                "--target_class=" + FuzzEntry.class.getName(),
                "--instrumentation_includes=io.poseidon.workbench.**",
                "--custom_hook_includes=io.poseidon.workbench.**",
                "--reproducer_path=" + folder,
                "-artifact_prefix=" + folder + File.separator,
                "-runs=" + runs,
                "-max_len=" + target.longest(),
                "-timeout=25",
                "-rss_limit_mb=2500",
                "-print_final_stats=1",
                corpus.toString(),
                seeds.toString()));
        System.out.println(target.title() + ": " + log);
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(Redirect.to(log.toFile()))
                .start();
        return new Result(target, process.waitFor(), log);
    }

    /// Numbered; those of an earlier run go, since every run makes its own.
    private static void write(List<byte[]> seeds, Path folder) throws IOException {
        try (var old = Files.list(folder)) {
            for (var file : old.toList()) {
                Files.delete(file);
            }
        }
        for (int i = 0; i < seeds.size(); i++) {
            Files.write(folder.resolve("seed-%03d".formatted(i)), seeds.get(i));
        }
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private static void print(List<Result> results) throws IOException {
        System.out.printf(
                Locale.ROOT, HEADINGS, "target", "inputs", "inputs/s", "branches", "slowest s", "peak MB", "outcome");
        for (var result : results) {
            var log = Files.readAllLines(result.log());
            System.out.printf(
                    Locale.ROOT,
                    ROW,
                    result.target().title(),
                    statistic(log, "number_of_executed_units"),
                    statistic(log, "average_exec_per_sec"),
                    coverage(log),
                    statistic(log, "slowest_unit_time_sec"),
                    statistic(log, "peak_rss_mb"),
                    result.exit() == 0 ? "nothing found" : "FOUND, see " + result.log());
        }
    }

    private static String statistic(List<String> log, String name) {
        return log.stream()
                .filter(line -> line.startsWith("stat::" + name + ":"))
                .map(line -> line.substring(line.indexOf(':', 7) + 1).strip())
                .findFirst()
                .orElse("-");
    }

    /// Of the last line that tells.
    private static String coverage(List<String> log) {
        return log.reversed().stream()
                .filter(line -> line.startsWith("#") && line.contains(" cov: "))
                .map(line -> Arrays.asList(line.split("\\s+")))
                .map(words -> words.get(words.indexOf("cov:") + 1))
                .findFirst()
                .orElse("-");
    }
}
