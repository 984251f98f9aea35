/// What happens when something throws that should not: a report without anybody's data, and the application goes on.
/// May use ui.
@NullMarked
package io.poseidon.workbench.shell.fault;

import org.jspecify.annotations.NullMarked;
