package io.poseidon.workbench.bundle;

/// The steps from a file to its content, in the order in which they are taken. The first that fails is the verdict.
public enum Check {
    /// ZIP profile, entries, sizes: `damaged`.
    CONTAINER,
    /// A key that is trusted: `unknown-signer`.
    SIGNER,
    /// Manifest and licences are signed by it: `wrong-signature`.
    SIGNATURE,
    /// A format this version reads: `newer-format`.
    FORMAT,
    /// Manifest, licences, card and parts are those that were signed: `damaged`.
    DIGESTS,
    /// A licence for the reader's own key: `not-your-licence`; skipped without an identity.
    LICENCE,
    /// Today is within its days: `not-yet-valid`, `expired`.
    TERM,
    /// The parts open with the reader's key, their last chunks first; skipped without an identity.
    UNLOCK,
    /// Every chunk deciphers, and the plaintext is the one the manifest promises: `damaged`.
    DECRYPT
}
