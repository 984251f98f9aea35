package io.poseidon.workbench.policy.span;

/// What an audit finds.
enum Verdict {
    SAFE,
    /// Something opens, or there is too much to be sure.
    REFUSED,
    /// The random numbers drawn do not serve this history: draw others.
    UNLUCKY
}
