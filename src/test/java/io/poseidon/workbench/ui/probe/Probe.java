package io.poseidon.workbench.ui.probe;

/// Beside it stand two small catalogues of words for the tests.
public final class Probe {

    private Probe() {}
}
