/// ChaCha20-Poly1305 (RFC 8439) without additional data, as the chunks of an age file are sealed with: the JDK's, and
/// two whose Poly1305 is our own, in whole numbers and on vectors. [Aead] is the face; an [OpeningRace] finds out which
/// is the fastest here.
@org.jspecify.annotations.NullMarked
package io.poseidon.workbench.crypto.aead;
