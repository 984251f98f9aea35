package io.poseidon.workbench.bench;

import io.poseidon.workbench.bundle.BundleWriter;
import io.poseidon.workbench.bundle.Opening;
import io.poseidon.workbench.bundle.Sealed;
import io.poseidon.workbench.bundle.Verifier;
import io.poseidon.workbench.bundle.manifest.Description;
import io.poseidon.workbench.bundle.manifest.Manifests;
import io.poseidon.workbench.crypto.IdentityFile;
import io.poseidon.workbench.engine.ArrowTable;
import io.poseidon.workbench.job.Progress;
import io.poseidon.workbench.model.Schema;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongUnaryOperator;
import java.util.zip.ZipFile;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/// From a sealed file of a gigabyte to a table in Arrow memory, every check taken. The peer is what a careful buyer
/// would do by hand with the same part: digest it with `sha256sum` or `openssl`, then decrypt it with `age`. The
/// peer checks no signature and no CRC, and keeps nothing.
///
/// Measured twice: in a process that has opened such files before, as the application has after a while, and in a fresh
/// one each time, whose start and compilation count as well.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3)
@Measurement(iterations = 5)
@Fork(1)
public class OpeningBenchmark {

    private static final int BYTES_PER_ROW = 24;

    @Param("1024")
    private int mebibytes;

    @Param({"sha256sum", "openssl"})
    private String peer = "";

    private final Sealed sealed = new Sealed();
    private final Verifier verifier = sealed.verifier();
    private Path folder = Path.of("");

    @Setup(Level.Trial)
    public void prepare() throws IOException {
        folder = Files.createTempDirectory("opening");
        IdentityFile.write(folder.resolve("buyer.txt"), sealed.buyer, Optional.empty());
        sealed.signer.verifyingKey().write(folder.resolve("signer.pub"));
        int rows = (int) (((long) mebibytes << 20) / BYTES_PER_ROW);
        try (var table = table(rows)) {
            new BundleWriter(sealed.signer)
                    .write(file(), description(), List.of(table), Sealed.sales(sealed.buyer), Progress.NONE);
        }
        try (var zip = new ZipFile(file().toFile())) {
            Files.copy(zip.getInputStream(zip.getEntry("parts/spend.arrows.age")), folder.resolve("part.age"));
        }
    }

    @TearDown(Level.Trial)
    public void clear() throws IOException {
        sealed.close();
        for (var name : List.of("buyer.txt", "signer.pub", "part.age", "big.poseidon")) {
            Files.delete(folder.resolve(name));
        }
        Files.delete(folder);
    }

    @Benchmark
    public void aDigestThenAge() throws IOException, InterruptedException {
        if (peer.equals("openssl")) {
            run("openssl", "dgst", "-sha256", "part.age");
        } else {
            run("sha256sum", "part.age");
        }
        run("age", "-d", "-i", "buyer.txt", "part.age");
    }

    @Benchmark
    public long bOpen() {
        var watch = Opening.Watch.of(Progress.NONE);
        try (var bundle = verifier.open(sealed.engine, file(), List.of(sealed.buyer), watch)
                .orThrow()) {
            return bundle.tables().getFirst().count();
        }
    }

    @Benchmark
    public void cOpenInAFreshProcess() throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), FirstOpening.class.getName()));
        command.addAll(List.of("big.poseidon", "buyer.txt", "signer.pub"));
        run(command.toArray(String[]::new));
    }

    private Path file() {
        return folder.resolve("big.poseidon");
    }

    private void run(String... command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        if (process.waitFor() != 0) {
            throw new IOException(command[0] + " failed");
        }
    }

    private ArrowTable table(int rows) {
        return ArrowTable.builder(sealed.engine, "spend")
                .integers("month", numbers(rows, row -> 7 + row % 3))
                .integers("contributors", numbers(rows, row -> row * 0x9E3779B97F4A7C15L >>> 50))
                .integers("amount_sum", numbers(rows, row -> row * 0x9E3779B97F4A7C15L >> 24))
                .build();
    }

    private static List<Long> numbers(int size, LongUnaryOperator value) {
        return new AbstractList<>() {
            @Override
            public Long get(int row) {
                return value.applyAsLong(row);
            }

            @Override
            public int size() {
                return size;
            }
        };
    }

    /// That of the sample purchase without its column of texts.
    private static Description description() {
        var whole = Manifests.cardSpend();
        var columns = whole.tables().getFirst().columns().stream()
                .filter(column -> !column.name().equals("region"))
                .toList();
        return new Description(
                whole.edition(),
                whole.version(),
                List.of(new Schema("spend", columns)),
                whole.privacy(),
                whole.policy(),
                whole.quality(),
                whole.prices(),
                whole.ledger(),
                whole.created());
    }
}
