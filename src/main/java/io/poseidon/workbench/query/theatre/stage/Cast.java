package io.poseidon.workbench.query.theatre.stage;

import java.util.List;
import java.util.Random;

/// Who else stands in a target's cell, and what the secret is.
public enum Cast {
    /// Nobody else; the secret is whether the target bought.
    ALONE(0),
    /// Accounts of the attacker, more than the minimum cohort; the secret is whether the target is among them.
    PLANTED(60),
    /// People whom the attacker knows; the secret is whether the target is among them.
    CROWD(30),
    /// 57 small buyers; the secret is whether the one large buyer spent much or very much.
    WHALE(57);

    public static final int COHORT = 20;
    /// What one person counts for in a sum, at most.
    public static final long CLAMP = 1_000_000;

    public static final long WHALE_LOW = 3_000_000;
    public static final long WHALE_HIGH = 9_000_000;

    private static final long BOUGHT = 950_000;
    private static final long SMALL = 10_000;
    private static final long PLANTED_AMOUNT = 600_000;

    private final int companions;

    Cast(int companions) {
        this.companions = companions;
    }

    public int companions() {
        return companions;
    }

    /// What the attacker knows the companions to have spent: they are its own accounts.
    public long companionsSpent() {
        return companions * companionAmount();
    }

    private long companionAmount() {
        return this == WHALE ? SMALL : PLANTED_AMOUNT;
    }

    void enter(List<World.Row> rows, Target target, Random random) {
        for (int i = 0; i < companions; i++) {
            var person = "c" + target.number() + "x" + i;
            rows.add(World.always(person, target.region(), "70+", "jewelry", target.month(), companionAmount()));
        }
        switch (this) {
            case ALONE, PLANTED, CROWD -> rows.add(of(target, BOUGHT, true));
            case WHALE -> {
                rows.add(of(target, WHALE_HIGH, true));
                rows.add(of(target, WHALE_LOW, false));
            }
        }
    }

    private static World.Row of(Target target, long amount, boolean when) {
        return new World.Row(
                target.person(), target.region(), "70+", "jewelry", target.month(), amount, target.number(), when);
    }
}
