package io.poseidon.workbench.crypto.federation;

import io.poseidon.workbench.model.Problem;
import io.poseidon.workbench.model.Problem.Kind;
import java.net.InetAddress;
import java.util.regex.Pattern;

/// A name or address that a member listens under. Nothing is looked up.
///
/// @param isAddress whether it is an IP address in figures
public record Host(String text, boolean isAddress) {

    private static final Pattern ADDRESS = Pattern.compile("[0-9.]+|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");
    private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9]([a-zA-Z0-9.-]{0,251}[a-zA-Z0-9])?");

    public static Host parse(String text) {
        if (ADDRESS.matcher(text).matches()) {
            return address(text);
        }
        if (!NAME.matcher(text).matches() || text.contains("..")) {
            throw invalid(text);
        }
        return new Host(text, false);
    }

    private static Host address(String text) {
        try {
            return new Host(InetAddress.ofLiteral(text).getHostAddress(), true);
        } catch (IllegalArgumentException e) {
            throw invalid(text).because(e);
        }
    }

    private static Problem invalid(String text) {
        return Problem.of(Kind.USAGE, Host.class, "host-invalid", text);
    }
}
