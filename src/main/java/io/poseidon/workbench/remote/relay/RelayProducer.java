package io.poseidon.workbench.remote.relay;

import io.poseidon.workbench.crypto.Digest;
import io.poseidon.workbench.crypto.federation.TrustedAuthority;
import io.poseidon.workbench.model.Problem;
import io.poseidon.workbench.remote.message.Frame;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.arrow.flight.Action;
import org.apache.arrow.flight.CallStatus;
import org.apache.arrow.flight.FlightRuntimeException;
import org.apache.arrow.flight.NoOpFlightProducer;
import org.apache.arrow.flight.Result;

/// What a relay does when called. A caller is who its TLS certificate says, once it has shown the card that goes with
/// it; it takes from its own box only and writes in its own name only.
final class RelayProducer extends NoOpFlightProducer {

    static final String ENROL = "enrol";
    static final String MEMBERS = "members";
    static final String POST = "post";
    static final String TAKE = "take";

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);
    /// A member that has not called for longer is not told to others.
    private static final Duration PRESENT = Duration.ofSeconds(45);

    private final TrustedAuthority authority;
    private final Mailboxes mailboxes;
    private final Map<Digest, Enrolled> enrolled = new ConcurrentHashMap<>();

    private record Enrolled(String name, Role role, byte[] card, Instant lastCall) {
        Enrolled now() {
            return new Enrolled(name, role, card, Instant.now());
        }
    }

    RelayProducer(TrustedAuthority authority, Mailboxes mailboxes) {
        this.authority = authority;
        this.mailboxes = mailboxes;
    }

    @Override
    public void doAction(CallContext call, Action action, StreamListener<Result> answer) {
        try {
            switch (action.getType()) {
                case ENROL -> enrol(ByteBuffer.wrap(action.getBody()));
                case MEMBERS -> members(caller(), answer);
                case POST -> post(caller(), action.getBody());
                case TAKE -> take(caller(), ByteBuffer.wrap(action.getBody()), answer);
                default -> throw CallStatus.UNIMPLEMENTED.toRuntimeException();
            }
            answer.onCompleted();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            answer.onError(CallStatus.CANCELLED.toRuntimeException());
        } catch (RuntimeException e) {
            answer.onError(e instanceof FlightRuntimeException ? e : CallStatus.INVALID_ARGUMENT.toRuntimeException());
        }
    }

    private void enrol(ByteBuffer body) {
        var certificate = PeerCertificate.current().orElseThrow(CallStatus.UNAUTHENTICATED::toRuntimeException);
        var role = Role.of(body.get());
        var bytes = new byte[body.remaining()];
        body.get(bytes);
        try {
            var card = authority.verify(bytes, Instant.now());
            if (!card.isHolderOf(certificate)) {
                throw CallStatus.UNAUTHENTICATED.toRuntimeException();
            }
            var name = card.member().name();
            mailboxes.open(name);
            enrolled.put(Digest.of(certificate), new Enrolled(name, role, bytes, Instant.now()));
        } catch (Problem e) {
            throw CallStatus.UNAUTHENTICATED.withCause(e).toRuntimeException();
        }
    }

    private Enrolled caller() {
        return PeerCertificate.current()
                .map(Digest::of)
                .map(digest -> enrolled.computeIfPresent(digest, (_, known) -> known.now()))
                .orElseThrow(CallStatus.UNAUTHENTICATED::toRuntimeException);
    }

    private void members(Enrolled caller, StreamListener<Result> answer) {
        var since = caller.lastCall().minus(PRESENT);
        enrolled.values().stream()
                .filter(member ->
                        member.role() == Role.SHARD && member.lastCall().isAfter(since))
                .forEach(member -> answer.onNext(new Result(member.card())));
    }

    private void post(Enrolled caller, byte[] body) {
        var header = Frame.parse(body)
                .flatMap(Frame::readHeader)
                .filter(read -> read.from().equals(caller.name()))
                .orElseThrow(CallStatus.INVALID_ARGUMENT::toRuntimeException);
        switch (mailboxes.post(header.to(), body)) {
            case ACCEPTED -> {
                // nothing to say
            }
            case UNKNOWN -> throw CallStatus.NOT_FOUND.toRuntimeException();
            case FULL -> throw CallStatus.RESOURCE_EXHAUSTED.toRuntimeException();
        }
    }

    private void take(Enrolled caller, ByteBuffer body, StreamListener<Result> answer) throws InterruptedException {
        long seen = body.getLong();
        var patience = Duration.ofMillis(Math.clamp(body.getInt(), 0, LONGEST_WAIT.toMillis()));
        for (var message : mailboxes.take(caller.name(), seen, patience)) {
            answer.onNext(new Result(ByteBuffer.allocate(Long.BYTES + message.message().length)
                    .putLong(message.number())
                    .put(message.message())
                    .array()));
        }
    }
}
