package io.poseidon.workbench.quality;

/// One test of a table: how many of how many it examined passed. A test that found nothing to examine is skipped.
public record Check(String id, long passed, long examined) {

    public enum State {
        PASSED,
        FAILED,
        SKIPPED
    }

    public State state() {
        if (examined == 0) {
            return State.SKIPPED;
        }
        return passed == examined ? State.PASSED : State.FAILED;
    }

    public Sentence title() {
        return Sentence.of("check." + id);
    }

    public Sentence evidence() {
        return examined == 0 ? Sentence.of("check-skipped") : Sentence.of("check-count", passed, examined);
    }
}
