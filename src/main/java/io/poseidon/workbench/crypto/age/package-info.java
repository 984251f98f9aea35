/// The age v1 file format (C2SP age.md): header, recipient stanzas, chunked payload, armor. Internal to `crypto`: other
/// packages use the faces there.
@NullMarked
package io.poseidon.workbench.crypto.age;

import org.jspecify.annotations.NullMarked;
