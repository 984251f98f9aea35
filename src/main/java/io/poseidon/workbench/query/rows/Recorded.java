package io.poseidon.workbench.query.rows;

import io.poseidon.workbench.query.gate.Pass;
import io.poseidon.workbench.query.upload.Uploads;

/// A reply that stands in the audit log, and what a record of it says besides: the data and the policy it came from,
/// who asked, the digest of the text as typed.
public record Recorded(RowReply reply, Pass pass, Origin origin) {

    /// @param snapshot the random serial of the state of the data
    /// @param text the digest of the text as typed
    /// @param uploads the own tables that came with the question
    public record Origin(String table, String snapshot, String policy, String buyer, String text, Uploads uploads) {}
}
