/// The chunks that follow the header of an age file: read once and digested, deciphered by all processors on the
/// way, or read at any position. [Payload] is the face, used by the sealed reader; knows nothing of headers and
/// identities.
@NullMarked
package io.poseidon.workbench.crypto.payload;

import org.jspecify.annotations.NullMarked;
