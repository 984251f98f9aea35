package io.poseidon.workbench.crypto.federation;

import io.poseidon.workbench.crypto.Pem;
import io.poseidon.workbench.crypto.SecretFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;

/// One exchange over the JDK's own TLS on loopback: a server that demands a certificate, a client that checks the host.
final class MutualTls {

    private MutualTls() {}

    /// The byte the server answered, read by the client after the handshake of both sides.
    static int exchange(SSLContext serverSide, SSLContext clientSide) throws IOException {
        var loopback = InetAddress.getLoopbackAddress();
        try (var server = (SSLServerSocket) serverSide.getServerSocketFactory().createServerSocket(0, 1, loopback)) {
            server.setNeedClientAuth(true);
            server.setSoTimeout(5_000);
            var served = CompletableFuture.runAsync(() -> serveOne(server));
            try (var client =
                    (SSLSocket) clientSide.getSocketFactory().createSocket("localhost", server.getLocalPort())) {
                client.setSoTimeout(5_000);
                var parameters = client.getSSLParameters();
                parameters.setEndpointIdentificationAlgorithm("HTTPS");
                client.setSSLParameters(parameters);
                return client.getInputStream().read();
            } finally {
                served.handle((done, failure) -> done).join();
            }
        }
    }

    private static void serveOne(SSLServerSocket server) {
        try (var socket = (SSLSocket) server.accept()) {
            socket.startHandshake();
            socket.getOutputStream().write(42);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static SSLContext context(Path authority, Path certificate, Path privateKey)
            throws GeneralSecurityException, IOException {
        var keys = KeyStore.getInstance("PKCS12");
        keys.load(null, null);
        var secret = KeyFactory.getInstance("EC")
                .generatePrivate(
                        new PKCS8EncodedKeySpec(Pem.decode("PRIVATE KEY", SecretFile.read(privateKey), privateKey)));
        keys.setKeyEntry("own", secret, new char[0], new Certificate[] {certificate(certificate)});
        var trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("ca", certificate(authority));
        var keyManagers = KeyManagerFactory.getInstance("PKIX");
        keyManagers.init(keys, new char[0]);
        var trustManagers = TrustManagerFactory.getInstance("PKIX");
        trustManagers.init(trusted);
        var context = SSLContext.getInstance("TLSv1.3");
        context.init(keyManagers.getKeyManagers(), trustManagers.getTrustManagers(), null);
        return context;
    }

    private static Certificate certificate(Path pem) throws GeneralSecurityException {
        return CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(SecretFile.read(pem)));
    }
}
