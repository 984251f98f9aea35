/// The kinds of recipients and identities that age v1 names: X25519, passphrase, post-quantum hybrid. Internal to
/// `crypto`: other packages use `Recipient` and `Identity` there.
@NullMarked
package io.poseidon.workbench.crypto.recipient;

import org.jspecify.annotations.NullMarked;
