package io.poseidon.workbench.engine;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Optional;

/// Asks the Linux kernel to back memory with pages of 2 MiB, where it leaves that to programs: a gibibyte of fresh
/// memory then takes 500 page faults and not 260,000. For memory that will be filled entirely, since a large page is
/// there as a whole as soon as one byte of it is. Without effect on other systems, and where the kernel or the start of
/// Java does not allow it. For any thread.
final class LargePages {

    /// Less than this is not worth the call.
    static final long LEAST = 32L << 20;

    private static final long PAGE = 2L << 20;
    /// Of Linux; the number means other things elsewhere.
    private static final int MADV_HUGEPAGE = 14;

    private static final Optional<MethodHandle> MADVISE = madvise();

    private LargePages() {}

    /// For the whole large pages inside of this memory, which belongs to the caller. Returns whether the kernel took
    /// note.
    static boolean ask(long address, long length) {
        long from = Math.ceilDiv(address, PAGE) * PAGE;
        long whole = (address + length - from) / PAGE * PAGE;
        return length >= LEAST && MADVISE.isPresent() && advise(MADVISE.get(), from, whole);
    }

    private static boolean advise(MethodHandle madvise, long from, long length) {
        try {
            return (int) madvise.invokeExact(MemorySegment.ofAddress(from), length, MADV_HUGEPAGE) == 0;
        } catch (Throwable e) {
            throw new IllegalStateException("madvise throws nothing", e);
        }
    }

    private static Optional<MethodHandle> madvise() {
        if (!System.getProperty("os.name").equals("Linux")) {
            return Optional.empty();
        }
        var shape = FunctionDescriptor.of(
                ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.JAVA_LONG, ValueLayout.JAVA_INT);
        try {
            var linker = Linker.nativeLinker();
            return linker.defaultLookup().find("madvise").map(address -> linker.downcallHandle(address, shape));
        } catch (IllegalCallerException | UnsupportedOperationException e) {
            return Optional.empty();
        }
    }
}
