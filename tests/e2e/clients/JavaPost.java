// SPDX-FileCopyrightText: 2026 Hookglass contributors
// SPDX-License-Identifier: MIT

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * Usage: java JavaPost.java URL CA-FILE SECRET-FILE length|chunked BODY…
 * Posts each body, signed as Smile signs, to URL/NAME.
 */
public final class JavaPost {
    private static SSLContext trusting(Path authority) throws Exception {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        try (InputStream pem = Files.newInputStream(authority)) {
            store.setCertificateEntry(
                "hookglass", CertificateFactory.getInstance("X.509").generateCertificate(pem));
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
        trust.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    private static String signature(byte[] secret, String timestamp, byte[] body) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret, "HmacSHA256"));
        mac.update((timestamp + ".").getBytes("UTF-8"));
        return Base64.getEncoder().encodeToString(mac.doFinal(body));
    }

    public static void main(String[] arguments) throws Exception {
        HttpClient client =
            HttpClient.newBuilder().sslContext(trusting(Path.of(arguments[1]))).build();
        byte[] secret = Files.readAllBytes(Path.of(arguments[2]));
        boolean chunked = arguments[3].equals("chunked");
        for (int i = 4; i < arguments.length; ++i) {
            Path file = Path.of(arguments[i]);
            byte[] body = Files.readAllBytes(file);
            String timestamp = String.valueOf(Instant.now().getEpochSecond());
            HttpRequest.BodyPublisher publisher = chunked
                ? HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body))
                : HttpRequest.BodyPublishers.ofByteArray(body);
            HttpRequest request =
                HttpRequest.newBuilder(URI.create(arguments[0] + "/" + file.getFileName()))
                    .header("Content-Type", "application/json")
                    .header("Smile-Timestamp", timestamp)
                    .header("Smile-Signature", signature(secret, timestamp, body))
                    .header("x-ODD-Case", "kept")
                    .header("X-Repeat", "one")
                    .header("X-Repeat", "two")
                    .POST(publisher)
                    .build();
            int status = client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            if (status != 200) {
                throw new IllegalStateException("status " + status);
            }
        }
    }
}
