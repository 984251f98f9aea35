package io.poseidon.workbench.remote.relay;

import io.grpc.Context;
import io.grpc.Contexts;
import io.grpc.Grpc;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import java.security.cert.CertificateEncodingException;
import java.util.Optional;
import javax.net.ssl.SSLPeerUnverifiedException;

/// The TLS certificate a call came with, carried from the transport to the Flight producer in the call's context, since
/// Flight itself does not pass it on.
final class PeerCertificate implements ServerInterceptor {

    private static final Context.Key<byte[]> CARRIED = Context.key("peer-certificate");

    /// Of the call that runs on this thread, DER.
    static Optional<byte[]> current() {
        return Optional.ofNullable(CARRIED.get());
    }

    @Override
    public <A, B> ServerCall.Listener<A> interceptCall(
            ServerCall<A, B> call, Metadata headers, ServerCallHandler<A, B> next) {
        var context = certificate(call)
                .map(der -> Context.current().withValue(CARRIED, der))
                .orElseGet(Context::current);
        return Contexts.interceptCall(context, call, headers, next);
    }

    private static Optional<byte[]> certificate(ServerCall<?, ?> call) {
        var session = call.getAttributes().get(Grpc.TRANSPORT_ATTR_SSL_SESSION);
        if (session == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(session.getPeerCertificates()[0].getEncoded());
        } catch (SSLPeerUnverifiedException | CertificateEncodingException e) {
            return Optional.empty();
        }
    }
}
