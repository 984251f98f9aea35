package io.poseidon.workbench.remote.relay;

import io.poseidon.workbench.crypto.federation.Member;
import io.poseidon.workbench.job.CancelledException;
import io.poseidon.workbench.job.Closing;
import io.poseidon.workbench.model.Problem;
import io.poseidon.workbench.model.Problem.Kind;
import io.poseidon.workbench.remote.message.Frame;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.arrow.flight.Action;
import org.apache.arrow.flight.FlightClient;
import org.apache.arrow.flight.FlightRuntimeException;
import org.apache.arrow.flight.Location;
import org.apache.arrow.flight.Result;
import org.apache.arrow.memory.RootAllocator;

/// A member's line to the relay, dialled out. Calls fail with a [Problem] of kind `REMOTE`. One thread at a time;
/// whoever dials closes it.
public final class RelayClient implements AutoCloseable {

    private final Member self;
    private final Role role;
    private final Address address;
    private final RootAllocator allocator;
    private final FlightClient client;
    private long seen;

    private RelayClient(Member self, Role role, Address address, RootAllocator allocator, FlightClient client) {
        this.self = self;
        this.role = role;
        this.address = address;
        this.allocator = allocator;
        this.client = client;
    }

    /// Makes the line; the first call finds out whether the relay is there.
    public static RelayClient dial(Member self, Role role, Address address) {
        Quiet.transport();
        var allocator = new RootAllocator();
        try (var authority = Files.newInputStream(self.authorityCertificate());
                var certificate = Files.newInputStream(self.certificate());
                var key = Files.newInputStream(self.privateKey())) {
            var client = FlightClient.builder(allocator, Location.forGrpcTls(address.host(), address.port()))
                    .useTls()
                    .trustedCertificates(authority)
                    .clientCertificate(certificate, key)
                    .maxInboundMessageSize(Frame.LARGEST + 1024)
                    .build();
            return new RelayClient(self, role, address, allocator, client);
        } catch (IOException e) {
            allocator.close();
            throw Problem.of(Kind.INPUT, RelayClient.class, "tls-files-unreadable")
                    .because(e);
        }
    }

    /// Shows the relay our card; needed once, and again when the relay has started anew.
    public void enrol() {
        var card = self.cardBytes();
        call(
                RelayProducer.ENROL,
                ByteBuffer.allocate(1 + card.length).put(role.code()).put(card));
    }

    /// The cards of the shards that have called lately, as the relay tells them; judge each by the authority.
    public List<byte[]> members() {
        return call(RelayProducer.MEMBERS, ByteBuffer.allocate(0)).stream()
                .map(Result::getBody)
                .toList();
    }

    public void post(Frame frame) {
        call(RelayProducer.POST, ByteBuffer.wrap(frame.bytes()));
    }

    /// What has come since the last call; waits up to `patience` for something to come. What is no frame is left out.
    public List<Frame> take(Duration patience) {
        var question = ByteBuffer.allocate(Long.BYTES + Integer.BYTES)
                .putLong(seen)
                .putInt((int) Math.min(patience.toMillis(), Integer.MAX_VALUE));
        return call(RelayProducer.TAKE, question).stream()
                .map(Result::getBody)
                .map(this::numbered)
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Frame> numbered(byte[] body) {
        if (body.length < Long.BYTES) {
            return Optional.empty();
        }
        var buffer = ByteBuffer.wrap(body);
        seen = Math.max(seen, buffer.getLong());
        var frame = new byte[buffer.remaining()];
        buffer.get(frame);
        return Frame.parse(frame);
    }

    private List<Result> call(String type, ByteBuffer body) {
        Supplier<Iterator<Result>> answer = () -> client.doAction(new Action(type, body.array()));
        try {
            var results = new ArrayList<Result>();
            answer.get().forEachRemaining(results::add);
            return results;
        } catch (FlightRuntimeException e) {
            if (Thread.currentThread().isInterrupted()) {
                throw new CancelledException();
            }
            throw problem(e);
        }
    }

    private Problem problem(FlightRuntimeException failure) {
        var code = switch (failure.status().code()) {
            case UNAVAILABLE -> isAboutCertificates(failure) ? "certificate-refused" : "relay-unreachable";
            case UNAUTHENTICATED, UNAUTHORIZED -> "not-enrolled";
            case NOT_FOUND -> "addressee-unknown";
            case RESOURCE_EXHAUSTED -> "mailbox-full";
            case OK, UNKNOWN, INTERNAL, INVALID_ARGUMENT, TIMED_OUT, ALREADY_EXISTS, CANCELLED, UNIMPLEMENTED ->
                "relay-failed";
        };
        return Problem.of(Kind.REMOTE, RelayClient.class, code, address).because(failure);
    }

    /// A refused certificate comes as UNAVAILABLE like a closed port; only the cause tells them apart.
    private static boolean isAboutCertificates(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .map(cause -> cause.getClass().getName() + " " + cause.getMessage())
                .anyMatch(text -> text.contains("SSL") || text.contains("certificate") || text.contains("certpath"));
    }

    @Override
    public void close() {
        Closing.all(this::hangUp, allocator);
    }

    private void hangUp() {
        try {
            client.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
