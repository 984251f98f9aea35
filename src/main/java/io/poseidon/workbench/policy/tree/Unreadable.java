package io.poseidon.workbench.policy.tree;

import io.poseidon.workbench.policy.Finding;
import io.poseidon.workbench.policy.Place;
import io.poseidon.workbench.policy.Rule;

/// The tree holds something this build does not know, or something that is never allowed.
public final class Unreadable extends Exception {

    private final transient Finding finding;

    public Unreadable(Rule rule, Place place, String subject) {
        super(rule + " " + subject);
        this.finding = new Finding(rule, place, subject);
    }

    public Finding finding() {
        return finding;
    }
}
