package org.luheng.app.access.web;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/** A directory of a city in a few lines: OpenID Connect, the code flow, PKCE demanded. */
final class CityDirectory implements AutoCloseable {
    private final HttpServer server;
    private final RSAKey key;
    private final RSAKey otherKey;
    private final Map<String, Granted> codes = new ConcurrentHashMap<>();

    /** What the next tokens are to be like. */
    boolean signedByAnother;

    String nonceInstead = "";

    private record Granted(String subject, Map<String, Object> claims, String nonce, String challenge) {}

    CityDirectory() {
        try {
            key = new RSAKeyGenerator(2048).keyID("one").generate();
            otherKey = new RSAKeyGenerator(2048).keyID("one").generate();
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (Exception unexpected) {
            throw new IllegalStateException(unexpected);
        }
        server.createContext(
                "/.well-known/openid-configuration", exchange -> answer(exchange, 200, """
                {"issuer":"%1$s","authorization_endpoint":"%1$s/authorize","token_endpoint":"%1$s/token","jwks_uri":"%1$s/keys",
                 "response_types_supported":["code"],"subject_types_supported":["public"],
                 "id_token_signing_alg_values_supported":["RS256"]}""".formatted(issuer())));
        server.createContext("/keys", exchange -> answer(exchange, 200, new JWKSet(key.toPublicJWK()).toString()));
        server.createContext("/token", this::token);
        server.start();
    }

    String issuer() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Somebody has proven himself to the directory. @return the path he is sent back to */
    String vouch(String authorizationRequest, String subject, Map<String, Object> claims) {
        Map<String, String> asked = fields(URI.create(authorizationRequest).getRawQuery());
        String code = "code-" + codes.size();
        codes.put(
                code,
                new Granted(
                        subject,
                        claims,
                        Objects.requireNonNull(asked.get("nonce")),
                        Objects.requireNonNull(asked.get("code_challenge"))));
        return URI.create(Objects.requireNonNull(asked.get("redirect_uri"))).getPath() + "?code=" + code + "&state="
                + java.net.URLEncoder.encode(Objects.requireNonNull(asked.get("state")), StandardCharsets.UTF_8);
    }

    private void token(HttpExchange exchange) throws IOException {
        Map<String, String> form = fields(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        Granted granted = codes.remove(Objects.requireNonNullElse(form.get("code"), ""));
        String basic = Base64.getEncoder().encodeToString("luheng:secret".getBytes(StandardCharsets.UTF_8));
        boolean ours = ("Basic " + basic).equals(exchange.getRequestHeaders().getFirst("Authorization"));
        try {
            String verifier = Objects.requireNonNullElse(form.get("code_verifier"), "");
            String challenge = Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(
                            MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII)));
            if (granted == null || !ours || !challenge.equals(granted.challenge())) {
                answer(exchange, 400, "{\"error\":\"invalid_grant\"}");
                return;
            }
            JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                    .issuer(issuer())
                    .subject(granted.subject())
                    .audience("luheng")
                    .claim("nonce", nonceInstead.isEmpty() ? granted.nonce() : nonceInstead)
                    .issueTime(new Date())
                    .expirationTime(new Date(System.currentTimeMillis() + 60_000));
            granted.claims().forEach(claims::claim);
            SignedJWT token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("one").build(), claims.build());
            token.sign(new RSASSASigner(signedByAnother ? otherKey : key));
            answer(
                    exchange,
                    200,
                    "{\"access_token\":\"x\",\"token_type\":\"Bearer\",\"expires_in\":60,\"id_token\":\""
                            + token.serialize() + "\"}");
        } catch (Exception unexpected) {
            throw new IOException(unexpected);
        }
    }

    private static Map<String, String> fields(String form) {
        Map<String, String> fields = new HashMap<>();
        for (String field : form.split("&")) {
            String[] parts = field.split("=", 2);
            fields.put(
                    URLDecoder.decode(parts[0], StandardCharsets.UTF_8),
                    parts.length == 1 ? "" : URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return fields;
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
