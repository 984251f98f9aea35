package io.poseidon.workbench.training.round;

import java.util.Locale;

/// Why a shard takes no part, or no part any longer. Nothing more than this word leaves a shard.
public enum Reason {
    /// Declined: the shard's policy.
    BUYER,
    CONTRIBUTOR,
    LABEL,
    FEATURE,
    MODEL,
    ROUNDS,
    TOO_FEW_SHARDS,
    EXPIRED,
    /// Declined: the shard's data.
    COHORT,
    COLUMNS,
    /// Lost: no answer in time, an answer that makes no sense, or an error at the shard.
    TIMEOUT,
    GARBAGE,
    DIVERGED,
    NOT_JOINED,
    FAILED;

    /// Throws [IllegalArgumentException] where there is no such reason.
    public static Reason ofCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /// As it stands in reports.
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
