/// The local audit log: one line for each decision and each exit, chained by hashes. Its face is [AuditLog] for the
/// file and [AuditEntry] for what stands in it.
@NullMarked
package io.poseidon.workbench.query.audit;

import org.jspecify.annotations.NullMarked;
