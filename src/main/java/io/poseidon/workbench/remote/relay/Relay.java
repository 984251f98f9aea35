package io.poseidon.workbench.remote.relay;

import io.grpc.netty.NettyServerBuilder;
import io.poseidon.workbench.crypto.federation.Member;
import io.poseidon.workbench.job.Closing;
import io.poseidon.workbench.model.Problem;
import io.poseidon.workbench.model.Problem.Kind;
import io.poseidon.workbench.remote.message.Frame;
import java.io.IOException;
import java.net.BindException;
import java.time.Instant;
import java.util.function.Consumer;
import org.apache.arrow.flight.FlightServer;
import org.apache.arrow.flight.Location;
import org.apache.arrow.memory.RootAllocator;

/// A running relay: a mailbox for the members of one federation, over Flight with mutual TLS. It sees who writes to
/// whom, when and how much; content is sealed to the addressee and signed by the sender, so it is trusted with nothing.
/// Whoever starts it closes it.
public final class Relay implements AutoCloseable {

    private final RootAllocator allocator;
    private final Mailboxes mailboxes;
    private final FlightServer server;

    private Relay(RootAllocator allocator, Mailboxes mailboxes, FlightServer server) {
        this.allocator = allocator;
        this.mailboxes = mailboxes;
        this.server = server;
    }

    /// Listens when it returns.
    public static Relay start(Member self, Address address) {
        Quiet.transport();
        var allocator = new RootAllocator();
        var mailboxes = new Mailboxes(Instant.now().toEpochMilli() << 20);
        try {
            var server = server(self, address, allocator, new RelayProducer(self.authority(), mailboxes));
            return new Relay(allocator, mailboxes, server.start());
        } catch (IOException e) {
            allocator.close();
            throw problem(e, address);
        }
    }

    private static FlightServer server(Member self, Address address, RootAllocator allocator, RelayProducer producer)
            throws IOException {
        Consumer<NettyServerBuilder> builder = netty -> netty.intercept(new PeerCertificate());
        return FlightServer.builder(allocator, Location.forGrpcTls(address.host(), address.port()), producer)
                .useTls(self.certificate().toFile(), self.privateKey().toFile())
                .useMTlsClientVerification(self.authorityCertificate().toFile())
                .maxInboundMessageSize(Frame.LARGEST + 1024)
                .transportHint("grpc.builderConsumer", builder)
                .build();
    }

    private static Problem problem(IOException failure, Address address) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof BindException) {
                return Problem.of(Kind.SURROUNDINGS, Relay.class, "port-in-use", address)
                        .because(failure);
            }
        }
        return Problem.of(Kind.SURROUNDINGS, Relay.class, "cannot-listen", address)
                .because(failure);
    }

    /// The port listened on, also where the system chose it.
    public int port() {
        return server.getPort();
    }

    /// Ends every connection, also those that wait for a message.
    @Override
    public void close() {
        mailboxes.close();
        Closing.all(this::endServer, allocator);
    }

    private void endServer() {
        try {
            server.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
