package io.poseidon.workbench.bench;

import com.exceptionfactory.jagged.framework.stream.StandardDecryptingChannelFactory;
import com.exceptionfactory.jagged.x25519.X25519RecipientStanzaReaderFactory;
import io.poseidon.workbench.crypto.Identity;
import io.poseidon.workbench.crypto.SealedReader;
import io.poseidon.workbench.crypto.SealingWriter;
import io.poseidon.workbench.job.Progress;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/// Opening a sealed part of 256 MiB, next to jagged in one thread; and sealing one.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 3)
@Measurement(iterations = 4, time = 3)
@Fork(1)
public class AgeBench {

    private static final int MEBIBYTES = 256;
    private static final String SECRET = "AGE-SECRET-KEY-1GFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPQ4EGAEX";

    private Path file;
    private Identity identity;

    @Setup
    public void seal() throws IOException {
        identity = Identity.parse(SECRET.toCharArray());
        file = Files.createTempFile("bench", ".age");
        sealTo(Files.newOutputStream(file));
    }

    @TearDown
    public void remove() throws IOException {
        Files.delete(file);
    }

    @Benchmark
    public long jaggedOpens() throws IOException, GeneralSecurityException {
        var reader = X25519RecipientStanzaReaderFactory.newRecipientStanzaReader(SECRET);
        try (var source = Files.newByteChannel(file);
                var channel = new StandardDecryptingChannelFactory().newDecryptingChannel(source, List.of(reader))) {
            return drain(Channels.newInputStream(channel));
        }
    }

    @Benchmark
    public long weOpen() throws IOException {
        try (var reader = SealedReader.open(file, List.of(identity));
                var in = reader.stream(Progress.NONE)) {
            return drain(in);
        }
    }

    @Benchmark
    public void weSeal() throws IOException {
        sealTo(OutputStream.nullOutputStream());
    }

    private void sealTo(OutputStream out) throws IOException {
        var chunk = "synthetic ".repeat(104_858).getBytes(StandardCharsets.US_ASCII);
        try (var writer = SealingWriter.to(out, List.of(identity.recipient().orElseThrow()))) {
            for (int i = 0; i < MEBIBYTES; i++) {
                writer.write(chunk);
            }
            writer.finish();
        }
    }

    private static long drain(InputStream in) throws IOException {
        var buffer = new byte[1 << 20];
        long bytes = 0;
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            bytes += n;
        }
        return bytes;
    }
}
