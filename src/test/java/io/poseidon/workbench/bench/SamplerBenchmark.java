package io.poseidon.workbench.bench;

import io.poseidon.workbench.model.Rational;
import io.poseidon.workbench.privacy.DiscreteGaussian;
import io.poseidon.workbench.privacy.KeyedBits;
import io.poseidon.workbench.privacy.SecureBits;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// One draw of exact noise; the peer is the floating-point normal that must not be used.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class SamplerBenchmark {

    private static final byte[] KEY = "a key that is no secret".getBytes(StandardCharsets.UTF_8);

    @Param({"1", "100", "1000000000000"})
    private String variance = "";

    private final Random random = new Random(1);
    private final SecureBits secure = SecureBits.fresh();
    private DiscreteGaussian exact = DiscreteGaussian.of(Rational.ONE);
    private long question;

    @Setup
    public void prepare() {
        exact = DiscreteGaussian.of(Rational.parse(variance));
    }

    @Benchmark
    public double aRoundedNormal() {
        return random.nextGaussian();
    }

    @Benchmark
    public long bExactSecure() {
        return exact.sample(secure);
    }

    @Benchmark
    public long cExactKeyed() {
        var context = List.of(Long.toString(question++).getBytes(StandardCharsets.UTF_8));
        return exact.sample(KeyedBits.of(KEY, context));
    }
}
