package io.poseidon.workbench.remote.relay;

import java.util.logging.Level;
import java.util.logging.Logger;

/// gRPC writes stack traces of every broken connection to standard error; here a broken connection is a note or a
/// problem, said once and by us.
final class Quiet {

    private static final Logger GRPC = Logger.getLogger("io.grpc");

    private Quiet() {}

    static void transport() {
        GRPC.setLevel(Level.OFF);
    }
}
