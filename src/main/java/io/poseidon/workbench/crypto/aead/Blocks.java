package io.poseidon.workbench.crypto.aead;

/// A way through the blocks of a long message: the sum of RFC 8439 section 2.5 over all whole groups of blocks. For one
/// thread.
sealed interface Blocks permits BlockPairs, BlockLanes {

    /// From zero on; returns how many bytes were whole groups.
    ///
    /// @param r as [Limbs], carried
    /// @param sum which is carried when this returns
    int sum(long[] r, byte[] message, int from, int length, long[] sum);

    /// Forgets what depends on a key or a message.
    void clear();
}
