/// The mailbox that everyone dials: server and client over Arrow Flight with mutual TLS. Sees sizes, times and names.
@NullMarked
package io.poseidon.workbench.remote.relay;

import org.jspecify.annotations.NullMarked;
