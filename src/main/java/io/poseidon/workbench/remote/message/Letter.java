package io.poseidon.workbench.remote.message;

import io.poseidon.workbench.crypto.federation.MemberCard;

/// An opened message that its sender surely wrote to us under this header, and for the first time.
public record Letter(Header header, MemberCard sender, byte[] payload) {}
