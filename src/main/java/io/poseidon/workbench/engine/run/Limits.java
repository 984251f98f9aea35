package io.poseidon.workbench.engine.run;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;

/// What one session may take: time and rows per question, memory in all (outside Java's heap), threads.
public record Limits(Duration time, long rows, long memoryBytes, int threads) {

    /// For questions on opened data: a minute, ten million rows, a quarter of the machine's memory, two threads.
    public static Limits standard() {
        return new Limits(Duration.ofMinutes(1), 10_000_000, machineMemory() / 4, 2);
    }

    /// For loading one's own files: an hour, no bound on rows, half of the machine's memory.
    public static Limits trusted() {
        return new Limits(
                Duration.ofHours(1),
                Long.MAX_VALUE,
                machineMemory() / 2,
                Runtime.getRuntime().availableProcessors());
    }

    public Limits withTime(Duration time) {
        return new Limits(time, rows, memoryBytes, threads);
    }

    public Limits withRows(long rows) {
        return new Limits(time, rows, memoryBytes, threads);
    }

    public Limits withMemory(long memoryBytes) {
        return new Limits(time, rows, memoryBytes, threads);
    }

    public Limits withThreads(int threads) {
        return new Limits(time, rows, memoryBytes, threads);
    }

    /// Bytes of memory that the machine has; four gigabytes where it does not tell.
    public static long machineMemory() {
        var system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        return system == null ? 4L << 30 : system.getTotalMemorySize();
    }
}
