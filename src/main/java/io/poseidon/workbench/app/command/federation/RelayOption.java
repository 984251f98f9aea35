package io.poseidon.workbench.app.command.federation;

import io.poseidon.workbench.remote.relay.Address;
import picocli.CommandLine.Option;

/// `--relay HOST:PORT`: the mailbox through which a federation talks.
final class RelayOption {

    @Option(names = "--relay", required = true, paramLabel = "HOST:PORT", description = "the relay to dial")
    private String relay = "";

    Address address() {
        return Address.parse(relay);
    }

    @Override
    public String toString() {
        return relay;
    }
}
