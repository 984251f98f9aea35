package io.poseidon.workbench.bench;

import java.lang.management.ManagementFactory;
import java.util.HashMap;
import java.util.Locale;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/// Runs the benchmarks whose name matches the pattern given and prints a table: score, error, unit, and the ratio to
/// the first benchmark of the same class with the same parameters, which is the peer a user would take instead.
public final class Benchmarks {

    private Benchmarks() {}

    public static void main(String[] arguments) throws RunnerException {
        var options = new OptionsBuilder()
                .include(arguments.length > 0 ? arguments[0] : ".*")
                .jvmArgs(
                        ManagementFactory.getRuntimeMXBean().getInputArguments().toArray(String[]::new));
        leaveOutWhatHasNoPeer(options);
        System.out.printf(
                Locale.ROOT,
                "load %.1f on %d processors before the run%n",
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                Runtime.getRuntime().availableProcessors());
        var results = new Runner(options.build()).run();
        System.out.printf(Locale.ROOT, "%n%-60s %14s %12s %-8s %8s%n", "benchmark", "score", "±", "unit", "ratio");
        var peers = new HashMap<String, RunResult>();
        for (var result : results) {
            print(result, peers.computeIfAbsent(group(result), ignored -> result));
        }
    }

    private static void leaveOutWhatHasNoPeer(ChainedOptionsBuilder options) {
        var digests = Peers.digests();
        if (Peers.isInstalled("age") && digests.length > 0) {
            options.param("peer", digests);
        } else {
            System.out.println(
                    "left out: OpeningBenchmark, since age, or both of sha256sum and openssl, are not installed");
            options.exclude(OpeningBenchmark.class.getName());
        }
    }

    private static void print(RunResult result, RunResult peer) {
        var primary = result.getPrimaryResult();
        System.out.printf(
                Locale.ROOT,
                "%-60s %14.3f %12.3f %-8s %8.3f%n",
                name(result),
                primary.getScore(),
                primary.getScoreError(),
                primary.getScoreUnit(),
                primary.getScore() / peer.getPrimaryResult().getScore());
    }

    private static String name(RunResult result) {
        var full = result.getParams().getBenchmark();
        var shortName = full.substring(full.lastIndexOf('.', full.lastIndexOf('.') - 1) + 1);
        return shortName + parameters(result);
    }

    private static String group(RunResult result) {
        var full = result.getParams().getBenchmark();
        return full.substring(0, full.lastIndexOf('.')) + parameters(result);
    }

    private static String parameters(RunResult result) {
        var text = new StringBuilder();
        for (var key : result.getParams().getParamsKeys()) {
            text.append(' ').append(key).append('=').append(result.getParams().getParam(key));
        }
        return text.toString();
    }
}
