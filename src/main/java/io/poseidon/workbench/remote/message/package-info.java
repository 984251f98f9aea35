/// What members say to each other, as bytes: headers, sealed payloads, sequences. Knows no transport.
@NullMarked
package io.poseidon.workbench.remote.message;

import org.jspecify.annotations.NullMarked;
