package io.poseidon.workbench.job;

/// Something that takes time. Runs on a virtual thread; must not touch a control.
@FunctionalInterface
public interface Work<T> {
    T run(Progress progress) throws Exception;
}
