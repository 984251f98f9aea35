package io.poseidon.workbench.query.theatre.stage;

/// The one an attack is about: a person of 70 or more who stands for the only jewelry of a region and month, if at all.
/// `secret` is what the attacker wants to know.
public record Target(int number, String region, int month, boolean secret) {

    public String person() {
        return "target" + number;
    }
}
