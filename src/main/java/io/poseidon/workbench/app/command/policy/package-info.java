/// `policy` and its commands: decisions on texts and case files, replayed logs, the schema of the document.
@NullMarked
package io.poseidon.workbench.app.command.policy;

import org.jspecify.annotations.NullMarked;
