/// The keys of a private federation: an authority, its members' certificates and cards, and sealed messages between
/// members.
///
/// A folder of a member holds `ca.pem` (the authority's certificate), and for its own name `NAME.pem` and `NAME.key`
/// (TLS), `NAME.signing.key` (Ed25519), `NAME.sealing.key` (an age identity) and `NAME.card.json`. The **card** binds
/// all of them to the name and the organisation: a DSSE envelope that the authority signed. Cards are public; a member
/// hands its own to whoever asks, over any channel, since only `ca.pem` is needed to judge one. The authority's own key
/// lies in a folder of its own, which no member and no relay needs.
@NullMarked
package io.poseidon.workbench.crypto.federation;

import org.jspecify.annotations.NullMarked;
