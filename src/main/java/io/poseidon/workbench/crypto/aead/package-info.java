/// ChaCha20-Poly1305 (RFC 8439) without additional data, as the chunks of an age file are sealed with: the JDK's,
/// and one whose Poly1305 is our own, for long files on processors where the JDK has none in assembly. [Aead] is
/// the face.
@org.jspecify.annotations.NullMarked
package io.poseidon.workbench.crypto.aead;
