package io.poseidon.workbench.sample;

import java.util.List;

/// The edition's period: the third quarter of 2026.
final class Quarter {

    static final List<Integer> MONTHS = List.of(7, 8, 9);

    private Quarter() {}
}
