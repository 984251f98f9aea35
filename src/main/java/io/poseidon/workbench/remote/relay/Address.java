package io.poseidon.workbench.remote.relay;

import io.poseidon.workbench.model.Problem;
import io.poseidon.workbench.model.Problem.Kind;

/// Where a relay listens: `host:port`, an IPv6 address in brackets. Port 0 lets the system choose when listening.
public record Address(String host, int port) {

    public static Address parse(String text) {
        int colon = text.lastIndexOf(':');
        var host = colon < 0 ? "" : text.substring(0, colon);
        boolean bracketed = host.startsWith("[") && host.endsWith("]");
        if (host.isEmpty() || (host.contains(":") && !bracketed)) {
            throw malformed(text);
        }
        try {
            int port = Integer.parseInt(text.substring(colon + 1));
            if (port < 0 || port > 65_535) {
                throw malformed(text);
            }
            return new Address(host, port);
        } catch (NumberFormatException e) {
            throw malformed(text).because(e);
        }
    }

    private static Problem malformed(String text) {
        return Problem.of(Kind.USAGE, Address.class, "address-malformed", text);
    }

    @Override
    public String toString() {
        return host + ":" + port;
    }
}
